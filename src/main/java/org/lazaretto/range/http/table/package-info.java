/** The columns in which a real API server shows its objects to kubectl. */
@NullMarked
package org.lazaretto.range.http.table;

import org.jspecify.annotations.NullMarked;
