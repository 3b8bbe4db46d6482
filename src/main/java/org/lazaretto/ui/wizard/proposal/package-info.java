/** What a wizard proposes, computed and asked for in the background, without a widget. */
@NullMarked
package org.lazaretto.ui.wizard.proposal;

import org.jspecify.annotations.NullMarked;
