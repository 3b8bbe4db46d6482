/** The journal as the responder sees it: timeline, details, notes, chain, verification. */
@NullMarked
package org.lazaretto.ui.journal;

import org.jspecify.annotations.NullMarked;
