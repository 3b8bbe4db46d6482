package org.lazaretto.plan.evacuate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Suspects;
import org.lazaretto.plan.evacuate.PodDecision.Fate;

/**
 * What each method would do with each workload on the nodes, side by side, as if they were cordoned
 * already. Pure over the picture of the cluster; the plan follows the choice, not the verdict: an
 * eviction that a budget refuses now is tried again.
 *
 * @param rows one a workload, in the order in which their pods stand on the nodes; last those that
 *     leave no choice
 * @param open names of the nodes that still take new pods: to cordon them comes first
 */
public record MethodTable(List<Row> rows, List<String> open) {
  /** The methods of the columns. */
  public static final List<Request.Method> METHODS =
      List.of(
          Request.Method.EVICT, Request.Method.RESTART, Request.Method.DRAIN, Request.Method.TAINT);

  /**
   * One workload.
   *
   * @param workload the top of the owner chain; the pod itself if it has no owner
   * @param pods how many pods of it run on the nodes
   * @param chosen how it is to be moved
   * @param choosable whether any choice could move any of it; suspects, DaemonSet and static pods
   *     stay whatever is chosen
   * @param prospects one a method, in the order of {@link #METHODS}
   */
  public record Row(
      ObjectRef workload,
      int pods,
      Request.Method chosen,
      boolean choosable,
      List<Prospect> prospects) {
    /** Copies what it is given. */
    public Row {
      prospects = List.copyOf(prospects);
    }

    /** The name by which a method is chosen for it: {@code namespace/Kind/name}. */
    public String key() {
      return Methods.key(workload);
    }

    /** What that method would do; empty for keeping, which does nothing. */
    public Optional<Prospect> by(Request.Method method) {
      return prospects.stream().filter(prospect -> prospect.method() == method).findFirst();
    }
  }

  /** Copies what it is given. */
  public MethodTable {
    rows = List.copyOf(rows);
    open = List.copyOf(open);
  }

  /** The table for what is asked for; its nodes need not be cordoned yet. */
  public static MethodTable of(ClusterSnapshot snapshot, Request.Evacuate request) {
    Methods methods = new Methods(request);
    Kinship kinship = new Kinship(snapshot, Suspects.present(snapshot, request.suspects()));
    Rules rules = new Rules(snapshot, request.decisions(), methods, kinship);
    Map<ObjectRef, List<Pod>> pods = new LinkedHashMap<>();
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (Node node : Targets.named(snapshot, request)) {
      nodes.put(node.ref().name(), node);
      EvacuatePlanner.podsOf(snapshot, node).stream()
          .filter(Pod::active)
          .forEach(
              pod -> pods.computeIfAbsent(named(kinship, pod), _ -> new ArrayList<>()).add(pod));
    }
    Elsewhere elsewhere = new Elsewhere(snapshot, nodes.keySet(), chosen(rules, nodes, pods));
    List<Row> rows = new ArrayList<>();
    pods.forEach((workload, there) -> {
      Counting counting = new Counting(new BudgetsNow(snapshot), rules, elsewhere, nodes, there);
      List<Prospect> prospects = METHODS.stream().map(counting::by).toList();
      boolean choosable = there.stream().anyMatch(pod -> rules.alwaysStays(pod).isEmpty());
      rows.add(new Row(workload, there.size(), methods.of(workload), choosable, prospects));
    });
    rows.sort(Comparator.comparing((Row row) -> !row.choosable()));
    return new MethodTable(
        rows, Targets.open(snapshot, request).stream().map(node -> node.ref().name()).toList());
  }

  private static List<Pod> chosen(
      Rules rules, Map<String, Node> nodes, Map<ObjectRef, List<Pod>> pods) {
    return pods.values().stream()
        .flatMap(List::stream)
        .filter(pod -> rules.decide(pod, on(nodes, pod).ref()).fate() == Fate.MOVE)
        .toList();
  }

  private static Node on(Map<String, Node> nodes, Pod pod) {
    Node node = nodes.get(pod.node().orElseThrow());
    if (node == null) {
      throw new IllegalStateException(pod.ref().path() + " stands on no node of the table");
    }
    return node;
  }

  /** A static pod is its node's, and is still a row of its own. */
  private static ObjectRef named(Kinship kinship, Pod pod) {
    return pod.mirror() ? pod.object() : kinship.workload(pod);
  }

  /** Counts what becomes of the pods of one workload. */
  private record Counting(
      BudgetsNow budgets,
      Rules rules,
      Elsewhere elsewhere,
      Map<String, Node> nodes,
      List<Pod> pods) {
    Prospect by(Request.Method method) {
      List<PodDecision> decisions =
          pods.stream().map(pod -> rules.decide(pod, on(nodes, pod).ref(), method)).toList();
      Set<String> homeless =
          elsewhere.homeless(
              pods, decisions.stream().filter(Counting::leaves).map(PodDecision::pod).toList());
      int moves = 0;
      Map<Ground, Integer> grounds = new EnumMap<>(Ground.class);
      for (PodDecision decision : decisions) {
        Optional<Ground> ground = decision.ground();
        if (leaves(decision) && BudgetsNow.ask(method)) {
          ground = budgets.refusal(decision.pod());
        }
        ground.ifPresent(found -> grounds.merge(found, 1, Integer::sum));
        boolean allowed = leaves(decision) && ground.filter(g -> g != Ground.UNSEEN).isEmpty();
        if (homeless.contains(decision.pod().ref().uid())
            && (allowed || ground.filter(Prospect::delays).isPresent())) {
          grounds.merge(Ground.NOWHERE, 1, Integer::sum);
        } else if (allowed) {
          moves++;
        }
      }
      return Prospect.of(method, moves, pods.size(), grounds);
    }

    private static boolean leaves(PodDecision decision) {
      return decision.fate() == Fate.MOVE;
    }
  }
}
