/**
 * Finding in the window: the left pane, the search in the header, the chips above map and graph.
 */
@NullMarked
package org.lazaretto.ui.find;

import org.jspecify.annotations.NullMarked;
