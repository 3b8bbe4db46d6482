package org.lazaretto.ui.inspector;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.ui.desk.Selection;

/** Finds what a selection means in what is seen, and remembers what has gone. */
final class Subjects {
  private final ClusterSnapshot seen;
  private final List<PodRef> suspects;

  Subjects(ClusterSnapshot seen, List<PodRef> suspects) {
    this.seen = seen;
    this.suspects = suspects;
  }

  /** The subject of a selection, after that subject was shown before. */
  Subject of(Selection selection, Subject before) {
    return switch (selection) {
      case Selection.Nothing _ -> new Subject.Nothing();
      case Selection.OfPod(var ref) ->
          seen.pod(ref.uid()).map(this::pod).orElseGet(() -> lost(selection, ref.uid(), before));
      case Selection.OfNode(var name) ->
          seen.node(name)
              .<Subject>map(node -> new Subject.OfNode(node, Optional.empty()))
              .orElseGet(() -> lostNode(selection, name, before));
      case Selection.OfWorkload(var ref) ->
          seen.workload(ref.uid())
              .<Subject>map(w -> new Subject.OfWorkload(w, above(w), Optional.empty()))
              .orElseGet(() -> lost(selection, ref.uid(), before));
    };
  }

  private Subject pod(Pod pod) {
    return new Subject.OfPod(pod, ownersOf(pod), suspect(pod.ref()), Optional.empty());
  }

  private boolean suspect(PodRef pod) {
    return suspects.stream().anyMatch(suspect -> suspect.uid().equals(pod.uid()));
  }

  private Subject lost(Selection selection, String uid, Subject before) {
    return switch (before) {
      case Subject.OfPod old when old.pod().ref().uid().equals(uid) ->
          new Subject.OfPod(old.pod(), old.owners(), suspect(old.pod().ref()), since(old));
      case Subject.OfWorkload old when old.object().uid().equals(uid) ->
          new Subject.OfWorkload(old.workload(), old.owners(), since(old));
      default -> new Subject.Unseen(selection);
    };
  }

  private Subject lostNode(Selection selection, String name, Subject before) {
    return before instanceof Subject.OfNode old && old.node().ref().name().equals(name)
        ? new Subject.OfNode(old.node(), since(old))
        : new Subject.Unseen(selection);
  }

  private Optional<Instant> since(Subject.Known old) {
    return Optional.of(old.gone().orElse(seen.asOf()));
  }

  private List<Crumb> ownersOf(Pod pod) {
    List<Crumb> owners = new ArrayList<>();
    pod.controller()
        .ifPresent(owner -> {
          Optional<Workload> workload = seen.workload(owner.uid());
          workload.ifPresent(w -> owners.addAll(above(w)));
          owners.add(new Crumb(owner.kind(), owner.name(), target(owner)));
        });
    return owners;
  }

  private List<Crumb> above(Workload workload) {
    return workload
        .controller()
        .map(owner -> List.of(new Crumb(owner.kind(), owner.name(), target(owner))))
        .orElse(List.of());
  }

  /** A static pod's owner is its node. */
  private Optional<Selection> target(ObjectRef owner) {
    if (owner.kind().equals("Node")) {
      return seen.node(owner.name()).map(Node::ref).map(node -> new Selection.OfNode(node.name()));
    }
    return seen.workload(owner.uid()).map(w -> new Selection.OfWorkload(w.object()));
  }
}
