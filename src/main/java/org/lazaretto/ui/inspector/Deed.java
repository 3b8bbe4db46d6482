package org.lazaretto.ui.inspector;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Selection;

/** What a link of the inspector does. */
sealed interface Deed {
  /** Looks at something else. */
  record Select(Selection what) implements Deed {}

  /** Copies a text. */
  record Copy(String text) implements Deed {}

  /** Asks the cluster once more. */
  record Retry() implements Deed {}

  /**
   * Lights pods and dims the rest.
   *
   * @param reason what they have in common
   */
  record Light(String reason, Which which) implements Deed {}

  /** Which pods are lit. */
  sealed interface Which extends Predicate<Pod> {}

  /** Those of a namespace. */
  record OfNamespace(String namespace) implements Which {
    @Override
    public boolean test(Pod pod) {
      return pod.ref().namespace().equals(namespace);
    }
  }

  /** Those that run as a service account. */
  record OfAccount(String namespace, String account) implements Which {
    @Override
    public boolean test(Pod pod) {
      return pod.ref().namespace().equals(namespace)
          && pod.shape().serviceAccount().equals(account);
    }
  }

  /** Those of a namespace that carry all these labels. */
  record WithLabels(String namespace, Map<String, String> labels) implements Which {
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
  record Listed(Set<String> uids) implements Which {
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
