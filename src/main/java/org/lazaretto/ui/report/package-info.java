/** The incident report as it is read in the window. */
@NullMarked
package org.lazaretto.ui.report;

import org.jspecify.annotations.NullMarked;
