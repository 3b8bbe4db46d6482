/** One class per benchmark: what is fast is measured against what people use now. */
@NullMarked
package org.lazaretto.bench;

import org.jspecify.annotations.NullMarked;
