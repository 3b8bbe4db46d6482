/** What the user chose, and how the window was left. */
@NullMarked
package org.lazaretto.settings;

import org.jspecify.annotations.NullMarked;
