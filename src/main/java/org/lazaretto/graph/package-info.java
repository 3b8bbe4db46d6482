/** The geometry of the map: what stands where, and stays there; cameras, hits and neighbours. */
@NullMarked
package org.lazaretto.graph;

import org.jspecify.annotations.NullMarked;
