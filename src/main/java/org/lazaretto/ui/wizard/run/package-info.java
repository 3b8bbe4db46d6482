/** A plan being carried out, as it is followed in the window, and what came of it. */
@NullMarked
package org.lazaretto.ui.wizard.run;

import org.jspecify.annotations.NullMarked;
