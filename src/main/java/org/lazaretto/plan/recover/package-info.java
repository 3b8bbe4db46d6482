/** Plans the way back from what a case changed. */
@NullMarked
package org.lazaretto.plan.recover;

import org.jspecify.annotations.NullMarked;
