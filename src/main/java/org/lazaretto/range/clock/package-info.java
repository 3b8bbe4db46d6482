/** The one time of a practice world: it runs, faster if wanted, or is stepped by a test. */
@NullMarked
package org.lazaretto.range.clock;

import org.jspecify.annotations.NullMarked;
