/**
 * What drives controllers: the queue of work, what they remember about pods, and how they report
 * events.
 */
@NullMarked
package org.lazaretto.range.cluster.loop;

import org.jspecify.annotations.NullMarked;
