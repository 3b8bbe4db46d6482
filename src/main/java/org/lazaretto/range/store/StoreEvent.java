package org.lazaretto.range.store;

import java.util.Optional;

/**
 * One change of one object.
 *
 * @param change what happened
 * @param object the version it led to; of a deleted object the last one, at the revision of its
 *     deletion
 * @param previous the version before, unless it was added
 */
public record StoreEvent(Change change, Stored object, Optional<Stored> previous) {
  /** What happened. */
  public enum Change {
    ADDED,
    MODIFIED,
    DELETED
  }

  /** The revision that this change made; each change has its own. */
  public long revision() {
    return object.resourceVersion();
  }
}
