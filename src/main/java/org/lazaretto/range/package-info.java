/** The practice world: a simulated cluster behind a real API, met only over the wire. */
@NullMarked
package org.lazaretto.range;

import org.jspecify.annotations.NullMarked;
