package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.ui.desk.Selection;

/** What the inspector is about. */
sealed interface Subject {
  /** Nothing is selected. */
  record Nothing() implements Subject {}

  /** Something is selected that was never seen while this pane looked. */
  record Unseen(Selection what) implements Subject {}

  /** An object that is seen, or was. */
  sealed interface Known extends Subject {
    /** Which object. */
    ObjectRef object();

    /** Who made it, the topmost first. */
    List<Crumb> owners();

    /** Since when it is not seen any more; empty while it is. */
    Optional<Instant> gone();
  }

  /** A pod. */
  record OfPod(Pod pod, List<Crumb> owners, boolean suspect, Optional<Instant> gone)
      implements Known {
    /** Copies what it is given. */
    public OfPod {
      owners = List.copyOf(owners);
    }

    @Override
    public ObjectRef object() {
      return pod.object();
    }
  }

  /** A node. */
  record OfNode(Node node, Optional<Instant> gone) implements Known {
    @Override
    public ObjectRef object() {
      return node.object();
    }

    @Override
    public List<Crumb> owners() {
      return List.of();
    }
  }

  /** A workload. */
  record OfWorkload(Workload workload, List<Crumb> owners, Optional<Instant> gone)
      implements Known {
    /** Copies what it is given. */
    public OfWorkload {
      owners = List.copyOf(owners);
    }

    @Override
    public ObjectRef object() {
      return workload.object();
    }
  }
}
