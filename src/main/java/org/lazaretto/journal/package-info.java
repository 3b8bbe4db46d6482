/** The case journal: entries, hash chain, evidence register, verification. */
@NullMarked
package org.lazaretto.journal;

import org.jspecify.annotations.NullMarked;
