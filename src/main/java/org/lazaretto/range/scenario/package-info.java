/**
 * Scenario files: their format, the errors that name file and line, and what the intruder does
 * when.
 */
@NullMarked
package org.lazaretto.range.scenario;

import org.jspecify.annotations.NullMarked;
