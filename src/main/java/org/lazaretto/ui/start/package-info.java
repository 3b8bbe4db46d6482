/** The start page: what can be opened. */
@NullMarked
package org.lazaretto.ui.start;

import org.jspecify.annotations.NullMarked;
