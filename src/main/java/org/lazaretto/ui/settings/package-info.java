/** The sheet on which settings are chosen. */
@NullMarked
package org.lazaretto.ui.settings;

import org.jspecify.annotations.NullMarked;
