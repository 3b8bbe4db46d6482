package org.lazaretto.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.KindHealth;

/**
 * What was heard of one kind since the last publish: the last state of each object, and whether the
 * kind is still heard at all. Not safe for several threads; its owner holds the lock.
 */
final class KindTrack {
  private final Instant began;
  private Map<String, Optional<ClusterObject>> changes = new LinkedHashMap<>();
  private Optional<Set<String>> listing = Optional.empty();
  private Optional<Set<String>> complete = Optional.empty();
  private Optional<Instant> heard = Optional.empty();
  private Optional<String> lost = Optional.empty();
  private Optional<String> denied = Optional.empty();

  KindTrack(Instant began) {
    this.began = began;
  }

  /**
   * What a publish has to do.
   *
   * @param added objects in their last state
   * @param removed UIDs
   * @param only where a list was completed: all UIDs that there still are
   */
  record Batch(List<ClusterObject> added, List<String> removed, Optional<Set<String>> only) {
    boolean empty() {
      return added.isEmpty() && removed.isEmpty() && only.isEmpty();
    }
  }

  void listing() {
    listing = Optional.of(new HashSet<>());
  }

  void changed(ClusterObject object) {
    String uid = object.object().uid();
    changes.put(uid, Optional.of(object));
    listing.ifPresent(uids -> uids.add(uid));
    complete.ifPresent(uids -> uids.add(uid));
  }

  void removed(String uid) {
    changes.put(uid, Optional.empty());
  }

  void listed(Instant at) {
    complete = listing;
    listing = Optional.empty();
    denied = Optional.empty();
    alive(at);
  }

  void alive(Instant at) {
    heard = Optional.of(at);
    lost = Optional.empty();
  }

  void denied(String reason) {
    denied = Optional.of(reason);
  }

  void lost(String reason) {
    lost = Optional.of(reason);
  }

  /** Hands over what has gathered. */
  Batch drain() {
    List<ClusterObject> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    changes.forEach((uid, object) -> object.ifPresentOrElse(added::add, () -> removed.add(uid)));
    Batch batch = new Batch(added, removed, complete);
    changes = new LinkedHashMap<>();
    complete = Optional.empty();
    return batch;
  }

  /** How well the kind is observed at that moment. */
  KindHealth health(Instant now, Duration bound) {
    if (denied.isPresent()) {
      return new KindHealth.Denied(denied.get());
    }
    if (lost.isPresent()) {
      return new KindHealth.Stale(heard.orElse(began), lost.get());
    }
    if (heard.isEmpty()) {
      return new KindHealth.Loading();
    }
    return now.isAfter(heard.get().plus(bound))
        ? new KindHealth.Stale(
            heard.get(), "nothing was heard for more than " + bound.toSeconds() + " s")
        : new KindHealth.Synced(heard.get());
  }
}
