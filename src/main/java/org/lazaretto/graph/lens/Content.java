package org.lazaretto.graph.lens;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.lazaretto.graph.NaturalOrder;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/**
 * What a lens shows, without places: at most {@value #MOST} boxes. Where there is more, suspects
 * come first, then what was shown before, then the order of families and names; the rest is
 * counted.
 *
 * @param blocks the owners that are shown, each with its boxes of pods
 * @param nodes the boxes of nodes, those of suspects first
 * @param rests what was left out, one for each column where something was; of the nodes, only those
 *     of the owners that are shown
 */
record Content(List<Block> blocks, List<Vertex> nodes, List<Vertex.Rest> rests) {
  static final int MOST = 300;
  private static final int NAMED = 12;
  private static final int MOST_OWNERS = 100;
  private static final int MOST_NODES = 80;

  /** One family as it is shown. */
  record Block(Family family, Optional<Vertex> owner, List<Vertex> pods) {}

  /**
   * What these families come to.
   *
   * @param placed whether a box has a place already
   */
  static Content of(
      ClusterSnapshot snapshot, List<Family> families, Folding folding, Predicate<String> placed) {
    List<Family> kept =
        first(
            families,
            MOST_OWNERS,
            f -> !f.suspects().isEmpty() ? 0 : placed.test("owner:" + f.key()) ? 1 : 2);
    List<Block> blocks = kept.stream().map(family -> block(family, folding)).toList();
    List<Vertex> nodes = nodes(snapshot, blocks);
    List<Vertex> keptNodes = first(nodes, MOST_NODES, rank(placed));
    int room = MOST - blocks.size() - keptNodes.size() - LensColumn.values().length;
    List<Block> cut = cut(blocks, room, placed);
    List<Vertex.Rest> rests = new ArrayList<>();
    rest(rests, LensColumn.OWNERS, families.size() - kept.size(), owners(without(families, kept)));
    rest(
        rests,
        LensColumn.PODS,
        families.stream().mapToInt(Family::size).sum() - told(cut),
        pods(families, cut));
    rest(
        rests,
        LensColumn.NODES,
        nodes.size() - keptNodes.size(),
        without(nodes, keptNodes).map(node -> node.id().substring("node:".length())));
    return new Content(cut, keptNodes, List.copyOf(rests));
  }

  /** All boxes. */
  Stream<Vertex> vertices() {
    Stream<Vertex> owners = blocks.stream().flatMap(block -> block.owner().stream());
    Stream<Vertex> pods = blocks.stream().flatMap(block -> block.pods().stream());
    return Stream.of(owners, pods, nodes.stream(), rests.stream()).flatMap(all -> all);
  }

  private static Block block(Family family, Folding folding) {
    List<Vertex> pods = new ArrayList<>();
    family.suspects().forEach(pod -> pods.add(new Vertex.OfPod(pod, true)));
    if (folding.folds(family) && !family.clean().isEmpty()) {
      family.owner().ifPresent(o -> pods.add(new Vertex.OfReplicas(o, family.clean())));
    } else {
      family.clean().forEach(pod -> pods.add(new Vertex.OfPod(pod, false)));
    }
    boolean suspect = !family.suspects().isEmpty();
    return new Block(
        family,
        family.owner().map(owner -> new Vertex.OfOwner(owner, family.size(), suspect)),
        pods);
  }

  private static List<Vertex> nodes(ClusterSnapshot snapshot, List<Block> blocks) {
    Set<String> suspected = new HashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (Block block : blocks) {
      block.family().suspects().stream().flatMap(p -> p.node().stream()).forEach(suspected::add);
      block.family().clean().stream().flatMap(p -> p.node().stream()).forEach(names::add);
    }
    names.addAll(suspected);
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> !suspected.contains(name))
                .thenComparing(NaturalOrder.INSTANCE))
        .map(name -> node(snapshot, name, suspected.contains(name)))
        .toList();
  }

  private static Vertex node(ClusterSnapshot snapshot, String name, boolean suspect) {
    Optional<Node> node = snapshot.node(name);
    return new Vertex.OfNode(name, node, snapshot.podsOn(name).size(), suspect);
  }

  /** Leaves out boxes of pods for which there is no room. */
  private static List<Block> cut(List<Block> blocks, int room, Predicate<String> placed) {
    List<Vertex> all = blocks.stream().flatMap(block -> block.pods().stream()).toList();
    if (all.size() <= room) {
      return blocks;
    }
    Set<Vertex> kept = identical(first(all, room, rank(placed)));
    return blocks.stream()
        .map(b ->
            new Block(b.family(), b.owner(), b.pods().stream().filter(kept::contains).toList()))
        .toList();
  }

  private static ToIntFunction<Vertex> rank(Predicate<String> placed) {
    return vertex -> vertex.suspect() ? 0 : placed.test(vertex.id()) ? 1 : 2;
  }

  /** The first so many by rank, in the order in which they came. */
  private static <T> List<T> first(List<T> all, int most, ToIntFunction<T> rank) {
    if (all.size() <= most) {
      return all;
    }
    Set<T> kept =
        identical(all.stream().sorted(Comparator.comparingInt(rank)).limit(most).toList());
    return all.stream().filter(kept::contains).toList();
  }

  /** Thousands of pods need not be compared by content. */
  private static <T> Set<T> identical(List<T> objects) {
    Set<T> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(objects);
    return set;
  }

  private static int told(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block.pods().stream())
        .mapToInt(box -> podsOf(box).size())
        .sum();
  }

  private static void rest(
      List<Vertex.Rest> rests, LensColumn column, int count, Stream<String> names) {
    if (count > 0) {
      rests.add(new Vertex.Rest(column, count, names.limit(NAMED).toList()));
    }
  }

  private static <T> Stream<T> without(List<T> all, List<T> kept) {
    Set<T> shown = identical(kept);
    return all.stream().filter(one -> !shown.contains(one));
  }

  private static Stream<String> owners(Stream<Family> families) {
    return families.flatMap(family -> family.owner().stream()).map(ObjectRef::name);
  }

  private static Stream<String> pods(List<Family> families, List<Block> told) {
    Set<Pod> shown =
        identical(
            told.stream()
                .flatMap(block -> block.pods().stream())
                .flatMap(box -> podsOf(box).stream())
                .toList());
    return families.stream()
        .flatMap(family -> Stream.concat(family.suspects().stream(), family.clean().stream()))
        .filter(pod -> !shown.contains(pod))
        .map(pod -> pod.ref().name());
  }

  /** The pods that stand behind a box of pods. */
  static List<Pod> podsOf(Vertex vertex) {
    return switch (vertex) {
      case Vertex.OfPod(var pod, var _) -> List.of(pod);
      case Vertex.OfReplicas replicas -> replicas.pods();
      case Vertex.OfOwner _, Vertex.OfNode _, Vertex.Rest _ -> List.of();
    };
  }
}
