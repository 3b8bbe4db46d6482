/**
 * The objects of a practice cluster, as a real API server keeps them: revisions, selectors,
 * patches, watches.
 */
@NullMarked
package org.lazaretto.range.store;

import org.jspecify.annotations.NullMarked;
