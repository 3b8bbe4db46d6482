/** Plans to end suspects, once their evidence is kept. */
@NullMarked
package org.lazaretto.plan.dispose;

import org.jspecify.annotations.NullMarked;
