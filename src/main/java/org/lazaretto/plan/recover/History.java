package org.lazaretto.plan.recover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ContainerRun;
import org.lazaretto.model.LiveFields;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.PodRun;

/**
 * What a recovery has to know besides the picture of the cluster.
 *
 * @param applied what the case changed, in the order in which it was done
 * @param marked the node of each suspect that the case marked
 * @param live the changed fields as they are now, by object; an object that is gone is missing
 * @param running what runs of the pods of which containers were frozen
 * @param lost what the case did that no plan takes back
 */
public record History(
    List<Applied> applied,
    Map<PodRef, String> marked,
    Map<ObjectRef, LiveFields> live,
    List<PodRun> running,
    List<Lost> lost) {
  /** Copies what it is given. */
  public History {
    applied = List.copyOf(applied);
    marked = Map.copyOf(marked);
    live = Map.copyOf(live);
    running = List.copyOf(running);
    lost = List.copyOf(lost);
  }

  /** Where nothing was frozen on a node, and nothing ended for good. */
  public History(
      List<Applied> applied, Map<PodRef, String> marked, Map<ObjectRef, LiveFields> live) {
    this(applied, marked, live, List.of(), List.of());
  }

  /** The container of that name, as it runs now; empty if its pod is gone. */
  Optional<ContainerRun> container(ObjectRef pod, String name) {
    return running.stream()
        .filter(run -> run.pod().uid().equals(pod.uid()))
        .findFirst()
        .flatMap(run -> run.container(name));
  }

  /** The fields as they are now; empty if the object is gone or another has its name. */
  Optional<LiveFields> now(ObjectRef target) {
    return Optional.ofNullable(new HashMap<>(live).get(target))
        .filter(fields -> target.uid().isEmpty() || fields.object().uid().equals(target.uid()));
  }
}
