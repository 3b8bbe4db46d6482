/** The frame of the window: start page, header, rail, status line, and the place of each page. */
@NullMarked
package org.lazaretto.ui.shell;

import org.jspecify.annotations.NullMarked;
