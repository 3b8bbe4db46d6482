package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.lazaretto.range.cluster.loop.Recorder;
import org.lazaretto.range.cluster.loop.Recorder.Note;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/**
 * The arithmetic of a rolling update: never more pods than the surge allows, never fewer available
 * than promised.
 */
final class Rollout {
  private final ObjectStore store;
  private final Recorder events;

  Rollout(ObjectStore store, Recorder events) {
    this.store = store;
    this.events = events;
  }

  /** How many pods there may be beyond the wanted ones. */
  static int surge(ObjectNode deployment) {
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    return Share.up(rolling(deployment, "maxSurge"), wanted, (wanted + 3) / 4);
  }

  /** How many of the wanted pods may be missing. */
  static int unavailable(ObjectNode deployment) {
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    int allowed = Share.down(rolling(deployment, "maxUnavailable"), wanted, wanted / 4);
    return allowed == 0 && surge(deployment) == 0 ? 1 : Math.min(allowed, wanted);
  }

  private static JsonNode rolling(ObjectNode deployment, String field) {
    return Tree.at(deployment, "spec", "strategy", "rollingUpdate", field);
  }

  /** Makes one step: the new generation up, or the old ones down. */
  void step(ObjectNode deployment, Generation current, List<Generation> all) {
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    int total = all.stream().mapToInt(Generation::wanted).sum();
    if (current.wanted() > wanted) {
      scale(deployment, current, wanted);
    } else if (current.wanted() < wanted) {
      int room = wanted + surge(deployment) - total;
      if (room > 0) {
        scale(deployment, current, Math.min(wanted, current.wanted() + room));
        return;
      }
    }
    shrinkOld(deployment, current, all, wanted - unavailable(deployment));
  }

  private void shrinkOld(
      ObjectNode deployment, Generation current, List<Generation> all, int leastAvailable) {
    List<Generation> old = all.stream().filter(g -> !g.equals(current) && g.wanted() > 0).toList();
    int total = all.stream().mapToInt(Generation::wanted).sum();
    int missing = current.wanted() - Math.min(current.available(), current.wanted());
    int spare = total - leastAvailable - missing;
    int available = all.stream().mapToInt(Generation::available).sum() - leastAvailable;
    for (Generation each : old) {
      int broken = Math.max(0, each.wanted() - each.available());
      int unhealthy = Math.min(broken, Math.max(0, spare));
      int healthy = Math.max(0, Math.min(available, Math.min(spare, each.wanted()) - unhealthy));
      if (unhealthy + healthy > 0) {
        scale(deployment, each, each.wanted() - unhealthy - healthy);
        spare -= unhealthy + healthy;
        available -= healthy;
      }
    }
  }

  /**
   * While paused, a changed number of replicas still reaches the pods there are: each generation
   * gets its share, the largest what is left over.
   */
  void scaleAll(ObjectNode deployment, List<Generation> all) {
    List<Generation> busy = all.stream().filter(g -> g.wanted() > 0).toList();
    int wanted = Tree.number(deployment, 1, "spec", "replicas");
    if (busy.isEmpty() && !all.isEmpty() && wanted > 0) {
      scale(deployment, all.getLast(), wanted);
      return;
    }
    int total = busy.stream().mapToInt(Generation::wanted).sum();
    int most = busy.size() > 1 && wanted > 0 ? wanted + surge(deployment) : wanted;
    boolean within = busy.size() > 1 && total >= wanted && total <= most;
    if (busy.isEmpty() || within || total == wanted) {
      return;
    }
    share(deployment, busy, wanted, total);
  }

  private void share(ObjectNode deployment, List<Generation> busy, int wanted, int total) {
    Generation largest =
        busy.stream().max(Comparator.comparingInt(Generation::wanted)).orElseThrow();
    int left = wanted;
    for (Generation each : busy) {
      if (!each.equals(largest)) {
        int its = Math.round((float) each.wanted() * wanted / total);
        scale(deployment, each, Math.min(its, left));
        left -= Math.min(its, left);
      }
    }
    scale(deployment, largest, left);
  }

  /** Sets how many pods a generation has to have. */
  void scale(ObjectNode deployment, Generation generation, int to) {
    int from = generation.wanted();
    if (from == to) {
      return;
    }
    store.update(
        ResourceTypes.REPLICA_SETS,
        generation.stored().namespace(),
        generation.name(),
        rs -> {
          Tree.made(rs, "spec").put("replicas", to);
          return rs;
        });
    String direction = to > from ? "up" : "down";
    String message =
        "Scaled %s replica set %s from %d to %d".formatted(direction, generation.name(), from, to);
    events.record(deployment, Note.normal("ScalingReplicaSet", message), "deployment-controller");
  }
}
