/** The graph lens without a toolkit: owners, pods and nodes in three stable columns, with edges. */
@NullMarked
package org.lazaretto.graph.lens;

import org.jspecify.annotations.NullMarked;
