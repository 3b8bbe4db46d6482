package org.lazaretto.graph.lens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;

/**
 * The pods of a scope between their owners and their nodes, as boxes in three columns and edges
 * between them. Immutable and pure; at most 300 boxes, and 1,500 edges.
 *
 * <p>Families with suspects come first, then those of their namespaces; among them Deployments,
 * StatefulSets and so on by name; nodes of suspects first, then by name. Five and more clean
 * replicas of one owner are one box, two and more where room is short. Pods that have ended are
 * left out, unless they are suspects.
 *
 * <p>Boxes keep their places from one picture to the next: {@link #next} moves none, {@link #open}
 * arranges anew.
 */
public final class Lens {
  private static final int MOST_EDGES = 1_500;

  private final LensScope scope;
  private final Folding folding;
  private final Places places;
  private final Map<String, Box> boxes;
  private final List<Edge> edges;
  private final List<Edge> edgesLeftOut;

  private Lens(LensScope scope, Folding folding, Places places, Content content) {
    this.scope = scope;
    this.folding = folding;
    this.places = places;
    this.boxes = new LinkedHashMap<>();
    content.vertices().forEach(v -> boxes.put(v.id(), new Box(v, places.top(v.id()))));
    List<Edge> all = edges(content);
    this.edges = all.stream().limit(MOST_EDGES).toList();
    this.edgesLeftOut = all.stream().skip(MOST_EDGES).toList();
  }

  /**
   * A scope, arranged anew: without the gaps that vanished boxes have left.
   *
   * @param suspects UIDs of pods
   * @param expanded UIDs of owners whose replicas are told one by one, if there is room
   */
  public static Lens open(
      ClusterSnapshot snapshot, LensScope scope, Set<String> suspects, Set<String> expanded) {
    return following(snapshot, suspects, scope, Folding.fresh(expanded), Places.none());
  }

  /** The same scope of a later snapshot; whatever is in both stays where it is. */
  public Lens next(ClusterSnapshot snapshot, Set<String> suspects) {
    return following(snapshot, suspects, scope, folding, places);
  }

  private static Lens following(
      ClusterSnapshot snapshot,
      Set<String> suspects,
      LensScope scope,
      Folding before,
      Places places) {
    List<Family> families = Family.of(snapshot, pods(snapshot, scope, suspects), suspects);
    Folding folding = before.decide(families);
    Content content = Content.of(snapshot, families, folding, places::has);
    return new Lens(scope, folding, places.with(content), content);
  }

  private static List<Pod> pods(ClusterSnapshot snapshot, LensScope scope, Set<String> suspects) {
    List<Pod> all =
        switch (scope) {
          case LensScope.Suspects() -> around(snapshot, suspects);
          case LensScope.OnNode(var name) -> snapshot.podsOn(name);
          case LensScope.Namespace(var name) ->
              snapshot.pods().stream().filter(p -> p.ref().namespace().equals(name)).toList();
        };
    return all.stream().filter(pod -> pod.active() || suspects.contains(pod.ref().uid())).toList();
  }

  private static List<Pod> around(ClusterSnapshot snapshot, Set<String> suspects) {
    Map<String, Pod> all = new LinkedHashMap<>();
    List<Pod> known = suspects.stream().flatMap(uid -> snapshot.pod(uid).stream()).toList();
    for (Pod suspect : known) {
      List<Pod> near = new ArrayList<>(List.of(suspect));
      suspect.node().map(snapshot::podsOn).ifPresent(near::addAll);
      if (!suspect.mirror()) {
        snapshot.workloadOf(suspect).map(snapshot::podsOf).ifPresent(near::addAll);
        suspect.controller().map(own -> snapshot.podsOf(own.uid())).ifPresent(near::addAll);
      }
      near.forEach(pod -> all.put(pod.ref().uid(), pod));
    }
    return List.copyOf(all.values());
  }

  /** Those of suspects first, those of replicas last: they are the ones to leave out. */
  private static List<Edge> edges(Content content) {
    Set<String> nodes = new HashSet<>();
    content.nodes().forEach(node -> nodes.add(node.id()));
    List<Edge> single = new ArrayList<>();
    List<Edge> together = new ArrayList<>();
    for (Content.Block block : content.blocks()) {
      for (Vertex pod : block.pods()) {
        List<Edge> to = pod instanceof Vertex.OfReplicas ? together : single;
        block.owner().ifPresent(o -> to.add(new Edge(o.id(), pod.id(), pod.suspect())));
        Content.podsOf(pod).stream()
            .flatMap(one -> one.node().stream())
            .distinct()
            .map(name -> "node:" + name)
            .filter(nodes::contains)
            .forEach(node -> to.add(new Edge(pod.id(), node, pod.suspect())));
      }
    }
    single.sort(Comparator.comparing(edge -> !edge.suspect()));
    single.addAll(together);
    return single;
  }

  /** What it shows. */
  public LensScope scope() {
    return scope;
  }

  /** All boxes, column after column. */
  public List<Box> boxes() {
    return List.copyOf(boxes.values());
  }

  /** The box of that id. */
  public Optional<Box> box(String id) {
    return Optional.ofNullable(boxes.get(id));
  }

  /** The box at that point. */
  public Optional<Box> at(double x, double y) {
    return boxes.values().stream().filter(box -> box.holds(x, y)).findFirst();
  }

  /** The edges, those of suspects first. */
  public List<Edge> edges() {
    return edges;
  }

  /** The edges that are not drawn, because there would be too many; most often of replicas. */
  public List<Edge> edgesLeftOut() {
    return edgesLeftOut;
  }

  /** How wide the picture is, from 0. */
  public double width() {
    return LensColumn.NODES.x() + LensColumn.NODES.width();
  }

  /** How high the picture is, from 0. */
  public double height() {
    return boxes.values().stream().mapToDouble(Box::bottom).max().orElse(0);
  }
}
