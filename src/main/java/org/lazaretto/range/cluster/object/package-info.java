/** The shapes of cluster objects as JSON trees: built, read and compared without any state. */
@NullMarked
package org.lazaretto.range.cluster.object;

import org.jspecify.annotations.NullMarked;
