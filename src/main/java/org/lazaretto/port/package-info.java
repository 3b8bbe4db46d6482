/** What is needed from outside. Adapters implement it; the window may not see it. */
@NullMarked
package org.lazaretto.port;

import org.jspecify.annotations.NullMarked;
