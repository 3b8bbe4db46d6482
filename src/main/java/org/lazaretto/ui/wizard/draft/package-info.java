/** What a responder has chosen and written in a wizard so far; immutable. */
@NullMarked
package org.lazaretto.ui.wizard.draft;

import org.jspecify.annotations.NullMarked;
