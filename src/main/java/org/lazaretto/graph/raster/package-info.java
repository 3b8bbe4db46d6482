/** The pixels of the map: shapes, letters and signs, drawn without a toolkit. */
@NullMarked
package org.lazaretto.graph.raster;

import org.jspecify.annotations.NullMarked;
