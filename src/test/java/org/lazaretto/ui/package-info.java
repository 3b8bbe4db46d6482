/** The window as a whole: its main path, its broken states, and the rules that its files keep. */
@NullMarked
package org.lazaretto.ui;

import org.jspecify.annotations.NullMarked;
