/** The map on screen: what is seen of the cluster, walked by mouse and keyboard. */
@NullMarked
package org.lazaretto.ui.map;

import org.jspecify.annotations.NullMarked;
