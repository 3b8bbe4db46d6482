/** Finding what matters in a cluster: search, flags, pivots and filters, pure. */
@NullMarked
package org.lazaretto.find;

import org.jspecify.annotations.NullMarked;
