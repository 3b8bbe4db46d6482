/** Tests of the map on screen that need no toolkit. */
@NullMarked
package org.lazaretto.ui.map;

import org.jspecify.annotations.NullMarked;
