/**
 * A simulated cluster that lives on one clock: controllers, scheduler and kubelets over one store.
 */
@NullMarked
package org.lazaretto.range.cluster;

import org.jspecify.annotations.NullMarked;
