package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Keeps one pod of a DaemonSet on each node that will have it, a cordoned one too. */
public final class DaemonSets implements Reconciler {
  private static final List<String> TOLERATED =
      List.of(
          "node.kubernetes.io/not-ready:NoExecute",
          "node.kubernetes.io/unreachable:NoExecute",
          "node.kubernetes.io/disk-pressure:NoSchedule",
          "node.kubernetes.io/memory-pressure:NoSchedule",
          "node.kubernetes.io/pid-pressure:NoSchedule",
          "node.kubernetes.io/unschedulable:NoSchedule");
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private final ObjectStore store;
  private final Pods pods;
  private final PodControl control;
  private final Revisions revisions;
  private final NodeBook book;
  private final Adoption adoption;

  /** A controller of this store's DaemonSets. */
  public DaemonSets(ObjectStore store, Pods pods, PodControl control) {
    this.store = store;
    this.pods = pods;
    this.control = control;
    this.revisions = new Revisions(store);
    this.book = new NodeBook(store, pods);
    this.adoption = new Adoption(store, pods);
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.DAEMON_SETS)) {
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.NODES) && matters(event)) {
      store.list(ResourceTypes.DAEMON_SETS, Optional.empty()).forEach(d -> dirty.accept(d.key()));
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      PodFacts pod = pods.facts(object);
      Adoption.owner(pod, "DaemonSet").ifPresent(dirty);
      event
          .previous()
          .map(pods::facts)
          .flatMap(p -> Adoption.owner(p, "DaemonSet"))
          .ifPresent(dirty);
      if (pod.owner().isEmpty() && pod.active()) {
        Adoption.wanting(store, ResourceTypes.DAEMON_SETS, object).forEach(dirty);
      }
    }
  }

  /** A heartbeat does not; a new label or taint does. */
  private static boolean matters(StoreEvent event) {
    return event
        .previous()
        .filter(before -> before.labels().equals(event.object().labels()))
        .filter(before -> before.tree().path("spec").equals(event.object().tree().path("spec")))
        .isEmpty();
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found = store.get(ResourceTypes.DAEMON_SETS, key.namespace(), key.name());
    if (found.isEmpty() || found.get().deleting()) {
      return;
    }
    ObjectNode set = found.get().tree();
    String hash = revisions.current(set);
    Map<String, List<PodFacts>> byNode = new HashMap<>();
    LabelSelector selector = LabelSelector.of(Tree.at(set, "spec", "selector"));
    for (PodFacts pod : adoption.claim(found.get(), set, selector)) {
      byNode.computeIfAbsent(pod.node(), n -> new ArrayList<>()).add(pod);
    }
    Counts counts = new Counts();
    for (NodeFacts node : book.nodes()) {
      Fit fit = fit(set, node);
      List<PodFacts> here = byNode.getOrDefault(node.name(), List.of());
      settle(set, node, here, fit, hash);
      counts.add(here, fit.wanted(), hash);
    }
    roll(set, byNode, counts, hash);
    report(key, counts);
  }

  /**
   * What a node is to a set.
   *
   * @param wanted whether a pod has to run there
   * @param bearable whether one that runs there may stay; only a NoExecute taint drives it away
   */
  private record Fit(boolean wanted, boolean bearable) {}

  private static Fit fit(ObjectNode set, NodeFacts node) {
    ArrayNode tolerations =
        Tree.at(set, "spec", "template", "spec", "tolerations") instanceof ArrayNode own
            ? own.deepCopy()
            : Tree.object().putArray("tolerations");
    tolerate(tolerations);
    Map<String, String> selector =
        Tree.texts(Tree.at(set, "spec", "template", "spec", "nodeSelector"));
    String named = Tree.text(Tree.at(set, "spec", "template", "spec"), "nodeName");
    boolean chosen =
        node.labels().entrySet().containsAll(selector.entrySet())
            && (named.isEmpty() || named.equals(node.name()));
    List<NodeFacts.Taint> hostile =
        node.taints().stream().filter(t -> t.keepsAway() && !t.toleratedBy(tolerations)).toList();
    return new Fit(
        chosen && hostile.isEmpty(), chosen && hostile.stream().noneMatch(NodeFacts.Taint::evicts));
  }

  private void settle(ObjectNode set, NodeFacts node, List<PodFacts> here, Fit fit, String hash) {
    for (PodFacts pod : here) {
      if ((!fit.bearable() || pod.life().over()) && !pod.stored().deleting()) {
        control.delete(set, pod);
      }
    }
    if (fit.wanted() && here.isEmpty()) {
      ObjectNode pod = control.prepared(set, control.freeName(set));
      Tree.made(pod, "metadata", "labels").put(Revisions.HASH, hash);
      bindTo(pod, node.name());
      control.create(set, pod);
    }
  }

  private static void bindTo(ObjectNode pod, String node) {
    ObjectNode required = Tree.made(pod, "spec", "affinity", "nodeAffinity", REQUIRED);
    ArrayNode terms = required.putArray("nodeSelectorTerms");
    ObjectNode field = terms.addObject().putArray("matchFields").addObject();
    field.put("key", "metadata.name").put("operator", "In");
    field.putArray("values").add(node);
    tolerate(Tree.list(Tree.made(pod, "spec"), "tolerations"));
  }

  private static void tolerate(ArrayNode tolerations) {
    for (String each : TOLERATED) {
      String key = each.substring(0, each.indexOf(':'));
      String effect = each.substring(each.indexOf(':') + 1);
      Tree.drop(
          tolerations,
          t -> Tree.text(t, "key").equals(key) && Tree.text(t, "effect").equals(effect));
      tolerations.addObject().put("key", key).put("operator", "Exists").put("effect", effect);
    }
  }

  /** What the status says. */
  private static final class Counts {
    private int desired;
    private int scheduled;
    private int misplaced;
    private int ready;
    private int updated;

    void add(List<PodFacts> here, boolean eligible, String hash) {
      desired += eligible ? 1 : 0;
      if (here.isEmpty()) {
        return;
      }
      scheduled += eligible ? 1 : 0;
      misplaced += eligible ? 0 : 1;
      ready += eligible && here.stream().anyMatch(PodFacts::serves) ? 1 : 0;
      updated += here.stream().anyMatch(p -> hash.equals(p.labels().get(Revisions.HASH))) ? 1 : 0;
    }
  }

  private void roll(
      ObjectNode set, Map<String, List<PodFacts>> byNode, Counts counts, String hash) {
    JsonNode strategy = Tree.at(set, "spec", "updateStrategy");
    if (Tree.text(strategy, "type").equals("OnDelete")) {
      return;
    }
    JsonNode allowed = Tree.at(strategy, "rollingUpdate", "maxUnavailable");
    int room = Share.up(allowed, counts.desired, 1) - (counts.desired - counts.ready);
    for (List<PodFacts> here : byNode.values()) {
      for (PodFacts pod : here) {
        boolean old = !hash.equals(pod.labels().get(Revisions.HASH));
        if (old && !pod.stored().deleting() && (room > 0 || !pod.serves())) {
          control.delete(set, pod);
          room--;
        }
      }
    }
  }

  private void report(ObjectKey key, Counts counts) {
    store.update(
        ResourceTypes.DAEMON_SETS,
        key.namespace(),
        key.name(),
        set -> {
          ObjectNode status = Tree.made(set, "status");
          status.put("observedGeneration", set.path("metadata").path("generation").asLong());
          status.put("desiredNumberScheduled", counts.desired);
          status.put("currentNumberScheduled", counts.scheduled);
          status.put("numberMisscheduled", counts.misplaced).put("numberReady", counts.ready);
          ReplicaSets.count(status, "numberAvailable", counts.ready);
          ReplicaSets.count(status, "numberUnavailable", counts.desired - counts.ready);
          ReplicaSets.count(status, "updatedNumberScheduled", counts.updated);
          return set;
        });
  }
}
