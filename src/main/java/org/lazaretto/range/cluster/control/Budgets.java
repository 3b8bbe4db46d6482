package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.loop.PodFacts;
import org.lazaretto.range.cluster.loop.Pods;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Keeps the status of disruption budgets, by which evictions are allowed or refused. */
public final class Budgets implements Reconciler {
  /**
   * An eviction that was allowed but never came about stops counting after this long, as in the
   * real controller.
   */
  private static final Duration PROMISED = Duration.ofMinutes(2);

  private static final Map<String, ResourceType> SCALED =
      Map.of(
          "ReplicaSet", ResourceTypes.REPLICA_SETS,
          "StatefulSet", ResourceTypes.STATEFUL_SETS,
          "Deployment", ResourceTypes.DEPLOYMENTS);

  private final RangeClock clock;
  private final ObjectStore store;
  private final Pods pods;
  private final Map<ObjectKey, LabelSelector> selectors = new HashMap<>();

  /** A controller of this store's budgets. */
  public Budgets(RangeClock clock, ObjectStore store, Pods pods) {
    this.clock = clock;
    this.store = store;
    this.pods = pods;
    store
        .list(ResourceTypes.POD_DISRUPTION_BUDGETS, Optional.empty())
        .forEach(b -> selectors.put(b.key(), selector(b)));
  }

  private static LabelSelector selector(Stored budget) {
    return LabelSelector.of(Tree.at(budget.tree(), "spec", "selector"));
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.POD_DISRUPTION_BUDGETS)) {
      selectors.put(object.key(), selector(object));
      dirty.accept(object.key());
    }
    if (object.type().equals(ResourceTypes.PODS)) {
      selectors.forEach((key, selector) -> {
        boolean now = selector.matches(object.labels());
        boolean before = event.previous().filter(p -> selector.matches(p.labels())).isPresent();
        if (key.namespace().equals(object.namespace()) && (now || before)) {
          dirty.accept(key);
        }
      });
    }
    if (SCALED.containsValue(object.type())) {
      selectors.keySet().stream()
          .filter(k -> k.namespace().equals(object.namespace()))
          .forEach(dirty);
    }
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> found =
        store.get(ResourceTypes.POD_DISRUPTION_BUDGETS, key.namespace(), key.name());
    if (found.isEmpty()) {
      selectors.remove(key);
      return;
    }
    LabelSelector selector = selectors.getOrDefault(key, selector(found.get()));
    List<PodFacts> mine = new ArrayList<>();
    for (Stored pod : pods.in(key.namespace())) {
      if (selector.matches(pod.labels())) {
        PodFacts facts = pods.facts(pod);
        if (!facts.life().over()) {
          mine.add(facts);
        }
      }
    }
    Set<String> names = mine.stream().map(p -> p.key().name()).collect(Collectors.toSet());
    store.update(
        ResourceTypes.POD_DISRUPTION_BUDGETS,
        key.namespace(),
        key.name(),
        budget -> {
          forgetPromises(budget, mine, names);
          report(budget, mine);
          return budget;
        });
  }

  private void forgetPromises(ObjectNode budget, List<PodFacts> mine, Set<String> names) {
    ObjectNode promised = Tree.made(budget, "status", "disruptedPods");
    Instant now = clock.now();
    List<String> over = new ArrayList<>();
    promised
        .properties()
        .forEach(e -> {
          boolean late = Instant.parse(e.getValue().asText()).plus(PROMISED).isBefore(now);
          boolean ending =
              mine.stream()
                  .anyMatch(p -> p.key().name().equals(e.getKey()) && p.stored().deleting());
          if (late || ending || !names.contains(e.getKey())) {
            over.add(e.getKey());
          }
        });
    promised.remove(over);
    if (promised.isEmpty()) {
      Tree.made(budget, "status").remove("disruptedPods");
    }
  }

  private void report(ObjectNode budget, List<PodFacts> mine) {
    JsonNode promised = Tree.at(budget, "status", "disruptedPods");
    long healthy =
        mine.stream().filter(PodFacts::serves).filter(p -> !promised.has(p.key().name())).count();
    JsonNode least = Tree.at(budget, "spec", "minAvailable");
    JsonNode most = Tree.at(budget, "spec", "maxUnavailable");
    int expected = least.isNumber() ? mine.size() : scale(mine);
    int desired =
        most.isMissingNode()
            ? Share.up(least, expected, 1)
            : Math.max(0, expected - Share.up(most, expected, 1));
    long allowed = expected <= 0 ? 0 : Math.max(0, healthy - desired);
    ObjectNode status = Tree.made(budget, "status");
    status.put("currentHealthy", healthy).put("desiredHealthy", desired);
    status.put("disruptionsAllowed", allowed).put("expectedPods", expected);
    status.put("observedGeneration", budget.path("metadata").path("generation").asLong());
    String reason = allowed > 0 ? "SufficientPods" : "InsufficientPods";
    Conditions.set(budget, Condition.of("DisruptionAllowed", allowed > 0, reason, ""), clock.now());
  }

  /** How many pods the workloads behind these pods want, each workload counted once. */
  private int scale(List<PodFacts> mine) {
    Map<String, Integer> wanted = new HashMap<>();
    int bare = 0;
    for (PodFacts pod : mine) {
      Optional<Stored> workload = pod.owner().flatMap(o -> workload(pod, o));
      workload.ifPresent(
          w -> wanted.computeIfAbsent(w.uid(), u -> Tree.number(w.tree(), 1, "spec", "replicas")));
      bare += workload.isPresent() ? 0 : 1;
    }
    return bare + wanted.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Optional<Stored> workload(PodFacts pod, PodFacts.Owner owner) {
    ResourceType type = SCALED.get(owner.kind());
    if (type == null) {
      return Optional.empty();
    }
    Optional<Stored> direct = store.get(type, pod.key().namespace(), owner.name());
    Optional<Stored> above =
        direct
            .filter(d -> type.equals(ResourceTypes.REPLICA_SETS))
            .flatMap(d -> Owners.controllerOf(d.tree()))
            .filter(o -> Tree.text(o, "kind").equals("Deployment"))
            .flatMap(o ->
                store.get(ResourceTypes.DEPLOYMENTS, pod.key().namespace(), Tree.text(o, "name")));
    return above.or(() -> direct);
  }
}
