/** Turns a case's journal and evidence register into a document that people hand over. */
@NullMarked
package org.lazaretto.report;

import org.jspecify.annotations.NullMarked;
