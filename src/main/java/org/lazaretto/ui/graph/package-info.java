/** The graph lens in the window: owners, pods and nodes of a scope as boxes with edges. */
@NullMarked
package org.lazaretto.ui.graph;

import org.jspecify.annotations.NullMarked;
