/** What is known: the objects of a cluster, a snapshot of them, outcomes, verdicts, measures. */
@NullMarked
package org.lazaretto.model;

import org.jspecify.annotations.NullMarked;
