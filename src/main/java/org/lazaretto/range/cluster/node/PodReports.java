package org.lazaretto.range.cluster.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.Present;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.loop.Recorder.Source;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** What a node's agent reads and reports of the pods that it runs. */
final class PodReports {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Present present;
  private final Recorder events;
  private final Machines machines;

  PodReports(RangeClock clock, ObjectStore store, Recorder events, Machines machines) {
    this.clock = clock;
    this.store = store;
    this.present = new Present(store);
    this.events = events;
    this.machines = machines;
  }

  /** The pod as it is now; empty once another has its name. */
  Optional<ObjectNode> read(PodRun run) {
    return store
        .get(ResourceTypes.PODS, run.key().namespace(), run.key().name())
        .filter(p -> p.uid().equals(run.uid()))
        .map(Stored::tree);
  }

  /** Changes what the pod says of itself, as long as it is this one. */
  void change(PodRun run, Consumer<ObjectNode> change) {
    present.change(
        ResourceTypes.PODS,
        run.key(),
        p -> {
          if (Tree.text(p, "metadata", "uid").equals(run.uid())) {
            change.accept(p);
          }
        });
  }

  /** What a machine that is cut off would report then, it reports when it is back. */
  void after(PodRun run, Duration delay, Runnable task) {
    int epoch = run.epoch();
    Runnable unlessCalledOff =
        () -> {
          if (run.epoch() == epoch) {
            task.run();
          }
        };
    run.add(clock.after(delay, () -> machines.whenItAnswers(run.node(), unlessCalledOff)));
  }

  /** Records an event about one container of a pod. */
  void note(PodRun run, JsonNode container, Note note) {
    Optional<ObjectNode> pod = read(run);
    if (pod.isEmpty()) {
      return;
    }
    String name = Tree.text(container, "name");
    String list =
        isIn(pod.get(), "initContainers", name)
            ? "initContainers"
            : isIn(pod.get(), "containers", name) ? "containers" : "ephemeralContainers";
    String path = "spec." + list + "{" + name + "}";
    events.record(pod.get(), path, note, new Source("kubelet", run.node()));
  }

  /** Whether a pod has such a container in that list of its spec. */
  static boolean isIn(ObjectNode pod, String list, String name) {
    return Tree.first(Tree.at(pod, "spec", list), c -> Tree.text(c, "name").equals(name))
        .isPresent();
  }
}
