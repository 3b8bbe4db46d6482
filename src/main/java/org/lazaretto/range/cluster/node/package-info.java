/** Simulated kubelets: what images do when they run, the life of a pod on its node, its logs. */
@NullMarked
package org.lazaretto.range.cluster.node;

import org.jspecify.annotations.NullMarked;
