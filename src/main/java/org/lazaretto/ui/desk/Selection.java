package org.lazaretto.ui.desk;

import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;

/** What the responder looks at. */
public sealed interface Selection {
  /** Nothing. */
  record Nothing() implements Selection {}

  /** A pod; it may have vanished since. */
  record OfPod(PodRef pod) implements Selection {}

  /** A node, by name. */
  record OfNode(String name) implements Selection {}

  /** A workload. */
  record OfWorkload(ObjectRef workload) implements Selection {}

  /** Nothing. */
  Selection NOTHING = new Nothing();
}
