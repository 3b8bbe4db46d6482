/** Plans moving the clean applications away from the suspects. */
@NullMarked
package org.lazaretto.plan.evacuate;

import org.jspecify.annotations.NullMarked;
