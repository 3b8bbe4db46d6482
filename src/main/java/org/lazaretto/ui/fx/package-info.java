/** The window's ground: threads, texts, themes, pages and small controls that every page uses. */
@NullMarked
package org.lazaretto.ui.fx;

import org.jspecify.annotations.NullMarked;
