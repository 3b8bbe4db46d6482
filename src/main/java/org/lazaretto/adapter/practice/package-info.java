/** Opens practice worlds; the only room that knows the range from inside. */
@NullMarked
package org.lazaretto.adapter.practice;

import org.jspecify.annotations.NullMarked;
