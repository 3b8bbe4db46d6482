package org.lazaretto.find;

import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;

/** The one thing to which a filter narrows what is shown, beside namespaces and flags. */
public sealed interface Narrowing {
  /** Whether the pod is among what is wanted. */
  boolean holds(Pod pod);

  /** Nothing is narrowed. */
  record None() implements Narrowing {
    @Override
    public boolean holds(Pod pod) {
      return true;
    }
  }

  /** The suspects alone, which every filter shows. */
  record ToSuspects() implements Narrowing {
    @Override
    public boolean holds(Pod pod) {
      return false;
    }
  }

  /** Pods with that flag. */
  record ToFlag(Flag flag) implements Narrowing {
    @Override
    public boolean holds(Pod pod) {
      return flag.on(pod);
    }
  }

  /**
   * Pods that have something in common with the suspects, or with one pod.
   *
   * @param of the pod; empty for the suspects, whoever they are at the time
   */
  record ToPivot(Pivot pivot, Optional<PodRef> of) implements Narrowing {
    /** What pods have in common with the suspects. */
    public ToPivot(Pivot pivot) {
      this(pivot, Optional.empty());
    }

    @Override
    public boolean holds(Pod pod) {
      return pivot.pods().contains(pod.ref().uid());
    }
  }

  /**
   * Pods of a group.
   *
   * @param said what they have in common, in words; hostile text
   */
  record ToGroup(String said, Group group) implements Narrowing {
    @Override
    public boolean holds(Pod pod) {
      return group.test(pod);
    }
  }

  /**
   * Pods that a search has found when it was asked.
   *
   * @param text what was looked for
   * @param pods UIDs
   */
  record ToText(String text, Set<String> pods) implements Narrowing {
    /** Copies what it is given. */
    public ToText {
      pods = Set.copyOf(pods);
    }

    @Override
    public boolean holds(Pod pod) {
      return pods.contains(pod.ref().uid());
    }
  }
}
