/** What the kinds look like: their fields, types and numbers, and reading objects by them. */
@NullMarked
package org.lazaretto.range.http.shape;

import org.jspecify.annotations.NullMarked;
