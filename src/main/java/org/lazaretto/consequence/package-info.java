/** What a plan will cause, computed from the live state: one small rule for each known trap. */
@NullMarked
package org.lazaretto.consequence;

import org.jspecify.annotations.NullMarked;
