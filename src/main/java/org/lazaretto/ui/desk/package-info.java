/** What the pages of one open incident share: what is seen, selected, suspected and told. */
@NullMarked
package org.lazaretto.ui.desk;

import org.jspecify.annotations.NullMarked;
