package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.Conditions.Condition;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/** What a Deployment says about itself; {@code kubectl rollout status} reads it. */
final class DeploymentStatus {
  private static final String UNDER_WAY = "ReplicaSetUpdated";
  private static final String TOO_LATE = "ProgressDeadlineExceeded";

  private final RangeClock clock;
  private final ObjectStore store;

  DeploymentStatus(RangeClock clock, ObjectStore store) {
    this.clock = clock;
    this.store = store;
  }

  /** Writes the status; gives the deadline of a rollout that is under way. */
  Optional<Duration> report(ObjectKey key, List<Generation> all) {
    ObjectNode after =
        store
            .update(
                ResourceTypes.DEPLOYMENTS,
                key.namespace(),
                key.name(),
                d -> {
                  Optional<Generation> current = all.stream().filter(g -> g.bears(d)).findFirst();
                  String before = progressOf(d);
                  counts(d, all, current);
                  if (!before.equals(progressOf(d))) {
                    progressing(d)
                        .ifPresent(c -> c.put("lastUpdateTime", time()).put("reason", UNDER_WAY));
                  }
                  conditions(d, current);
                  return d;
                })
            .tree();
    return progressing(after)
        .filter(c -> Tree.text(c, "reason").equals(UNDER_WAY))
        .map(c -> deadline(after));
  }

  private String time() {
    return Tree.time(clock.now());
  }

  private static String progressOf(ObjectNode deployment) {
    ObjectNode status = Tree.made(deployment, "status");
    return status.path("updatedReplicas")
        + " "
        + status.path("replicas")
        + " "
        + status.path("availableReplicas");
  }

  private static Optional<ObjectNode> progressing(ObjectNode deployment) {
    return Tree.first(
        Tree.at(deployment, "status", "conditions"),
        c -> Tree.text(c, "type").equals("Progressing"));
  }

  private static Duration deadline(ObjectNode deployment) {
    return Duration.ofSeconds(Tree.number(deployment, 600, "spec", "progressDeadlineSeconds"));
  }

  private static void counts(
      ObjectNode deployment, List<Generation> all, Optional<Generation> current) {
    ObjectNode status = Tree.made(deployment, "status");
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    int there = all.stream().mapToInt(Generation::there).sum();
    int available = all.stream().mapToInt(Generation::available).sum();
    status.put("observedGeneration", deployment.path("metadata").path("generation").asLong());
    ReplicaSets.count(status, "replicas", there);
    ReplicaSets.count(status, "updatedReplicas", current.map(Generation::there).orElse(0));
    ReplicaSets.count(status, "readyReplicas", all.stream().mapToInt(Generation::ready).sum());
    ReplicaSets.count(status, "availableReplicas", available);
    ReplicaSets.count(
        status, "unavailableReplicas", Math.max(0, Math.max(wanted, there) - available));
  }

  private void conditions(ObjectNode deployment, Optional<Generation> current) {
    Instant now = clock.now();
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    int available = Tree.number(deployment, 0, "status", "availableReplicas");
    boolean enough = available >= wanted - Rollout.unavailable(deployment);
    set(
        deployment,
        enough
            ? Condition.of(
                "Available",
                true,
                "MinimumReplicasAvailable",
                "Deployment has minimum availability.")
            : Condition.of(
                "Available",
                false,
                "MinimumReplicasUnavailable",
                "Deployment does not have minimum availability."),
        now);
    progress(deployment, current, now).ifPresent(c -> set(deployment, c, now));
  }

  private static Optional<Condition> progress(
      ObjectNode deployment, Optional<Generation> current, Instant now) {
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    ObjectNode status = Tree.made(deployment, "status");
    boolean complete =
        Tree.number(status, 0, "updatedReplicas") == wanted
            && Tree.number(status, 0, "replicas") == wanted
            && Tree.number(status, 0, "availableReplicas") >= wanted;
    String name = current.map(Generation::name).orElse("");
    if (complete) {
      String message = "ReplicaSet \"" + name + "\" has successfully progressed.";
      return Optional.of(Condition.of("Progressing", true, "NewReplicaSetAvailable", message));
    }
    if (current.isEmpty()) {
      return Optional.empty();
    }
    if (late(deployment, now)) {
      String message = "ReplicaSet \"" + name + "\" has timed out progressing.";
      return Optional.of(Condition.of("Progressing", false, TOO_LATE, message));
    }
    String message = "ReplicaSet \"" + name + "\" is progressing.";
    return Optional.of(Condition.of("Progressing", true, UNDER_WAY, message));
  }

  private static boolean late(ObjectNode deployment, Instant now) {
    Optional<ObjectNode> before = progressing(deployment);
    if (before.filter(c -> Tree.text(c, "reason").equals(TOO_LATE)).isPresent()) {
      return true;
    }
    return before
        .filter(c -> !Tree.text(c, "reason").equals("NewReplicaSetAvailable"))
        .flatMap(c -> Tree.moment(c, "lastUpdateTime"))
        .filter(t -> Duration.between(t, now).compareTo(deadline(deployment)) > 0)
        .isPresent();
  }

  /** Unlike other conditions these also say when they were last written anew. */
  private static void set(ObjectNode deployment, Condition condition, Instant now) {
    String before = Tree.at(deployment, "status", "conditions").toString();
    Conditions.set(deployment, condition, now);
    if (!Tree.at(deployment, "status", "conditions").toString().equals(before)) {
      Tree.first(
              Tree.at(deployment, "status", "conditions"),
              c -> Tree.text(c, "type").equals(condition.type()))
          .ifPresent(c -> c.put("lastUpdateTime", Tree.time(now)));
    }
  }
}
