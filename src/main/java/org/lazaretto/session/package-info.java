/** Opens a cluster, a practice world or a case, and runs what both faces of the program call. */
@NullMarked
package org.lazaretto.session;

import org.jspecify.annotations.NullMarked;
