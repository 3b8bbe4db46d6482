/** In which order the wizards come: proposed from the live state, with its price. */
@NullMarked
package org.lazaretto.plan.order;

import org.jspecify.annotations.NullMarked;
