/** A case is verified while somebody watches. */
@NullMarked
package org.lazaretto.ui.verify;

import org.jspecify.annotations.NullMarked;
