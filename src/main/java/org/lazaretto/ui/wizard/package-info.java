/** The wizards' drawer: from what is chosen to what came of it, beside the map. */
@NullMarked
package org.lazaretto.ui.wizard;

import org.jspecify.annotations.NullMarked;
