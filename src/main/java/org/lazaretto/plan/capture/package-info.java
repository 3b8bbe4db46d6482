/** Plans what is kept of the suspects before anything is changed. */
@NullMarked
package org.lazaretto.plan.capture;

import org.jspecify.annotations.NullMarked;
