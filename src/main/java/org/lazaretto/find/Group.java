package org.lazaretto.find;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.Pod;

/** Pods that somebody wants to see together. */
public sealed interface Group extends Predicate<Pod> {
  /** Those of a namespace. */
  record OfNamespace(String namespace) implements Group {
    @Override
    public boolean test(Pod pod) {
      return pod.ref().namespace().equals(namespace);
    }
  }

  /** Those that run as a service account. */
  record OfAccount(String namespace, String account) implements Group {
    @Override
    public boolean test(Pod pod) {
      return pod.ref().namespace().equals(namespace)
          && pod.shape().serviceAccount().equals(account);
    }
  }

  /** Those of a namespace that carry all these labels. */
  record WithLabels(String namespace, Map<String, String> labels) implements Group {
    /** Copies what it is given. */
    public WithLabels {
      labels = Map.copyOf(labels);
    }

    @Override
    public boolean test(Pod pod) {
      return pod.ref().namespace().equals(namespace)
          && pod.labels().entrySet().containsAll(labels.entrySet());
    }
  }

  /** Those of these UIDs. */
  record Listed(Set<String> uids) implements Group {
    /** Copies what it is given. */
    public Listed {
      uids = Set.copyOf(uids);
    }

    @Override
    public boolean test(Pod pod) {
      return uids.contains(pod.ref().uid());
    }
  }
}
