package org.lazaretto.ui.desk;

import java.util.Optional;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/** What the responder looks at. */
public sealed interface Selection {
  /** Nothing. */
  record Nothing() implements Selection {}

  /** A pod; it may have vanished since. */
  record OfPod(PodRef pod) implements Selection {}

  /** A node, by name. */
  record OfNode(String node) implements Selection {}

  /** A workload. */
  record OfWorkload(ObjectRef workload) implements Selection {}

  /** Nothing. */
  Selection NOTHING = new Nothing();

  /** The name that the cluster has for it, without its namespace; empty if it is nothing. */
  static Optional<String> name(Selection selection) {
    return switch (selection) {
      case Nothing() -> Optional.empty();
      case OfPod(var pod) -> Optional.of(pod.name());
      case OfNode(var node) -> Optional.of(node);
      case OfWorkload(var workload) -> Optional.of(workload.name());
    };
  }
}
