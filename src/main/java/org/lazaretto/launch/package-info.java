/** Main, the command line and the composition root, wired by hand. */
@NullMarked
package org.lazaretto.launch;

import org.jspecify.annotations.NullMarked;
