/** A cluster reached as {@code kubectl} would reach it: connection, fresh reads, changes. */
@NullMarked
package org.lazaretto.adapter.kubernetes;

import org.jspecify.annotations.NullMarked;
