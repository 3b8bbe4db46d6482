/**
 * Containers from inside: which machine a client finds behind exec and attach, what a container's
 * own command makes of it, and the connections that its processes keep.
 */
@NullMarked
package org.lazaretto.range.cluster.inside;

import org.jspecify.annotations.NullMarked;
