/** Plans keeping new pods off the suspects' nodes. */
@NullMarked
package org.lazaretto.plan.cordon;

import org.jspecify.annotations.NullMarked;
