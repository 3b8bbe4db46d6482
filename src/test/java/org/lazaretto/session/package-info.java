/** What both faces of the program call. */
@NullMarked
package org.lazaretto.session;

import org.jspecify.annotations.NullMarked;
