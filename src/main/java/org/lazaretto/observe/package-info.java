/** A cluster's changes become snapshots that say how old they are; details come on demand. */
@NullMarked
package org.lazaretto.observe;

import org.jspecify.annotations.NullMarked;
