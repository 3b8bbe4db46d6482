/** Kubeconfig files read by {@code kubectl}'s rules, and the proofs of identity they name. */
@NullMarked
package org.lazaretto.adapter.kubernetes.kubeconfig;

import org.jspecify.annotations.NullMarked;
