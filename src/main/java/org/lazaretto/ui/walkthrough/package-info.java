/** A hand that plays a scenario through the real window, and a camera that keeps what it saw. */
@NullMarked
package org.lazaretto.ui.walkthrough;

import org.jspecify.annotations.NullMarked;
