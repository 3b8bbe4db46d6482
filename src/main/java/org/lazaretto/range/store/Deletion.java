package org.lazaretto.range.store;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to delete an object.
 *
 * @param graceSeconds time for a pod to end; empty means what the pod itself says
 * @param uid delete only this very object
 * @param resourceVersion delete only this very version
 * @param foreground keep the object, with the finalizer {@code foregroundDeletion}, until those
 *     that it owns are gone
 */
public record Deletion(
    OptionalLong graceSeconds,
    Optional<String> uid,
    Optional<String> resourceVersion,
    boolean foreground) {
  /** With the grace that the object asks for, without preconditions. */
  public static Deletion gracefully() {
    return new Deletion(OptionalLong.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** At once; this is how a kubelet reports that the containers have ended. */
  public static Deletion now() {
    return gracefully().grace(0);
  }

  /** The same with another grace. */
  public Deletion grace(long seconds) {
    return new Deletion(OptionalLong.of(seconds), uid, resourceVersion, foreground);
  }

  /** The same for one object only: if another has taken its name, nothing is deleted. */
  public Deletion onlyUid(String wanted) {
    return new Deletion(graceSeconds, Optional.of(wanted), resourceVersion, foreground);
  }

  /** The same for one version only. */
  public Deletion onlyVersion(String wanted) {
    return new Deletion(graceSeconds, uid, Optional.of(wanted), foreground);
  }

  /** The same, after all that it owns. */
  public Deletion afterDependents() {
    return new Deletion(graceSeconds, uid, resourceVersion, true);
  }
}
