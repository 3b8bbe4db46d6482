package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/**
 * Gives each pod a node: the emptiest that will have it. A pod that fits nowhere waits until
 * something changes.
 */
public final class Scheduler implements Reconciler {
  private final RangeClock clock;
  private final ObjectStore store;
  private final Pods pods;
  private final Recorder events;
  private final Volumes volumes;
  private final NodeBook book;
  private final Set<ObjectKey> waiting = new LinkedHashSet<>();

  /** The scheduler of this store's pods. */
  public Scheduler(RangeClock clock, ObjectStore store, Pods pods, Recorder events) {
    this.clock = clock;
    this.store = store;
    this.pods = pods;
    this.events = events;
    this.volumes = new Volumes(store);
    this.book = new NodeBook(store, pods);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.NODES)
        || object.type().equals(ResourceTypes.PERSISTENT_VOLUME_CLAIMS)) {
      waiting.forEach(dirty);
    }
    if (!object.type().equals(ResourceTypes.PODS)) {
      return;
    }
    Optional<String> node = object.field("spec.nodeName");
    node.ifPresent(book::changed);
    if (node.isEmpty()) {
      dirty.accept(object.key());
    } else if (event.change() == StoreEvent.Change.DELETED || pods.facts(object).life().over()) {
      waiting.forEach(dirty);
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    waiting.remove(key);
    Optional<PodFacts> pod = pods.get(key);
    if (pod.isEmpty() || pod.get().bound() || !pod.get().active()) {
      return;
    }
    ObjectNode tree = pod.get().stored().tree();
    Optional<String> missing = volumes.missing(tree);
    if (missing.isPresent()) {
      cannot(pod.get(), tree, "persistentvolumeclaim \"" + missing.get() + "\" not found");
      return;
    }
    Placement placement = new Placement(pod.get(), tree, volumes.zone(tree));
    Map<String, Integer> refusals = new TreeMap<>();
    Optional<NodeFacts> best = best(pod.get(), placement, refusals);
    if (best.isPresent()) {
      bind(pod.get(), tree, best.get());
    } else {
      cannot(pod.get(), tree, refused(refusals));
    }
  }

  private Optional<NodeFacts> best(
      PodFacts pod, Placement placement, Map<String, Integer> refusals) {
    List<NodeFacts> nodes = book.nodes();
    Map<String, Integer> inZone = inZones(pod, nodes);
    Optional<NodeFacts> best = Optional.empty();
    double highest = Double.NEGATIVE_INFINITY;
    for (NodeFacts node : nodes) {
      NodeBook.Use use = book.use(node.name());
      Optional<String> refusal = placement.refusal(node, use);
      refusal.ifPresent(r -> refusals.merge(r, 1, Integer::sum));
      if (refusal.isEmpty()) {
        double score = placement.score(node, use, inZone);
        if (score > highest) {
          highest = score;
          best = Optional.of(node);
        }
      }
    }
    return best;
  }

  private Map<String, Integer> inZones(PodFacts pod, List<NodeFacts> nodes) {
    Map<String, Integer> counts = new HashMap<>();
    pod.owner()
        .ifPresent(o -> {
          for (NodeFacts node : nodes) {
            int here = book.use(node.name()).byOwner().getOrDefault(o.uid(), 0);
            counts.merge(node.zone(), here, Integer::sum);
          }
        });
    return counts;
  }

  private void bind(PodFacts pod, ObjectNode tree, NodeFacts node) {
    volumes.provision(tree, node);
    store.update(
        ResourceTypes.PODS,
        pod.key().namespace(),
        pod.key().name(),
        p -> {
          Tree.made(p, "spec").put("nodeName", node.name());
          Conditions.set(p, Condition.of("PodScheduled", true), clock.now());
          return p;
        });
    book.changed(node.name());
    String name = pod.key().namespace() + "/" + pod.key().name();
    String message = "Successfully assigned " + name + " to " + node.name();
    events.record(tree, Note.normal("Scheduled", message), "default-scheduler");
  }

  private String refused(Map<String, Integer> refusals) {
    int nodes = refusals.values().stream().mapToInt(Integer::intValue).sum();
    String reasons =
        refusals.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
    return nodes == 0
        ? "no nodes available to schedule pods"
        : "0/%d nodes are available: %s. no new claims to deallocate, preemption: 0/%d nodes are available: %d Preemption is not helpful for scheduling."
            .formatted(nodes, reasons, nodes, nodes);
  }

  private void cannot(PodFacts pod, ObjectNode tree, String message) {
    waiting.add(pod.key());
    Condition condition = Condition.of("PodScheduled", false, "Unschedulable", message);
    Stored after =
        store.update(
            ResourceTypes.PODS,
            pod.key().namespace(),
            pod.key().name(),
            p -> {
              Conditions.set(p, condition, clock.now());
              return p;
            });
    if (after.resourceVersion() != pod.stored().resourceVersion()) {
      events.record(tree, Note.warning("FailedScheduling", message), "default-scheduler");
    }
  }
}
