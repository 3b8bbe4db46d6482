package org.lazaretto.observe;

import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;

/**
 * Hears each snapshot together with what it changed. Told on the thread that publishes, one call
 * after the other, none left out: it has to return soon and may not throw.
 */
@FunctionalInterface
public interface ChangeListener {
  /** A new snapshot stands; {@code change} is all that differs in pods and nodes from the last. */
  void published(ClusterSnapshot snapshot, ClusterChange change);
}
