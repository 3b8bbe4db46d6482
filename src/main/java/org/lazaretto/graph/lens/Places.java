package org.lazaretto.graph.lens;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where boxes stand, and stay. A box that vanishes leaves its place empty; it gets it back when it
 * returns, and a pod's place goes to the next pod of its family, which is most often its
 * replacement. What is new otherwise comes below all others.
 */
final class Places {
  private static final double POD_PITCH = LensColumn.PODS.height() + 12;
  private static final double NODE_PITCH = LensColumn.NODES.height() + 20;
  private static final double FARTHEST = 240;
  private static final double BETWEEN_FAMILIES = 16;

  private final Map<String, Place> byId;
  private final Map<LensColumn, Double> ends;

  private record Place(LensColumn column, double top, String family) {}

  private Places(Map<String, Place> byId, Map<LensColumn, Double> ends) {
    this.byId = byId;
    this.ends = ends;
  }

  /** Nothing has a place. */
  static Places none() {
    return new Places(Map.of(), Map.of());
  }

  /** Whether the box has a place, or has left one. */
  boolean has(String id) {
    return byId.containsKey(id);
  }

  /** The upper edge of a box that has a place. */
  double top(String id) {
    return Optional.ofNullable(byId.get(id)).orElseThrow().top();
  }

  /** Places for what is shown now. */
  Places with(Content content) {
    Places next = new Places(new HashMap<>(byId), new EnumMap<>(LensColumn.class));
    for (LensColumn column : LensColumn.values()) {
      next.ends.put(column, end(column));
    }
    if (byId.isEmpty()) {
      content.blocks().forEach(next::centre);
      next.spread(content.nodes());
    } else {
      Set<String> present = new HashSet<>();
      content.vertices().forEach(vertex -> present.add(vertex.id()));
      content.blocks().forEach(block -> next.add(block, present));
      content.nodes().forEach(next::append);
    }
    content.rests().forEach(next::append);
    return next;
  }

  private double end(LensColumn column) {
    return ends.getOrDefault(column, 0.0);
  }

  /** A family for itself, owner and pods around one middle. */
  private void centre(Content.Block block) {
    double top = Math.max(end(LensColumn.OWNERS), end(LensColumn.PODS));
    double pods = Math.max(0, block.pods().size() * POD_PITCH - 12);
    double owner = block.owner().isPresent() ? LensColumn.OWNERS.height() : 0;
    double height = Math.max(pods, owner);
    block.owner().ifPresent(v -> put(v, top + (height - owner) / 2, block));
    for (int i = 0; i < block.pods().size(); i++) {
      put(block.pods().get(i), top + (height - pods) / 2 + i * POD_PITCH, block);
    }
    ends.put(LensColumn.OWNERS, top + height + BETWEEN_FAMILIES);
    ends.put(LensColumn.PODS, top + height + BETWEEN_FAMILIES);
  }

  /** Nodes over the height that the families take, but not so far apart that none is in sight. */
  private void spread(List<Vertex> nodes) {
    double height = end(LensColumn.PODS) - BETWEEN_FAMILIES;
    double even = Math.min(FARTHEST, height / Math.max(1, nodes.size()));
    double pitch = Math.max(NODE_PITCH, even);
    for (int i = 0; i < nodes.size(); i++) {
      double top = i * pitch + (pitch - LensColumn.NODES.height()) / 2;
      byId.put(nodes.get(i).id(), new Place(LensColumn.NODES, top, ""));
    }
    ends.put(LensColumn.NODES, nodes.size() * pitch);
  }

  /** What a family has more than before. */
  private void add(Content.Block block, Set<String> present) {
    if (block.owner().filter(owner -> !has(owner.id())).isPresent()) {
      double top = Math.max(end(LensColumn.OWNERS), end(LensColumn.PODS));
      block.owner().ifPresent(owner -> put(owner, top, block));
      ends.put(LensColumn.OWNERS, top + LensColumn.OWNERS.height() + BETWEEN_FAMILIES);
      ends.put(LensColumn.PODS, top);
    }
    for (Vertex pod : block.pods()) {
      if (!has(pod.id())) {
        gap(block.family().key(), present)
            .ifPresentOrElse(gone -> succeed(gone, pod), () -> below(pod, block));
      }
    }
  }

  private Optional<String> gap(String family, Set<String> present) {
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().column() == LensColumn.PODS)
        .filter(entry -> entry.getValue().family().equals(family) && !family.isEmpty())
        .filter(entry -> !present.contains(entry.getKey()))
        .min(Comparator.comparingDouble(entry -> entry.getValue().top()))
        .map(Map.Entry::getKey);
  }

  private void succeed(String gone, Vertex pod) {
    Optional.ofNullable(byId.remove(gone)).ifPresent(place -> byId.put(pod.id(), place));
  }

  private void below(Vertex pod, Content.Block block) {
    double top = end(LensColumn.PODS);
    put(pod, top, block);
    ends.put(LensColumn.PODS, top + POD_PITCH);
  }

  private void put(Vertex vertex, double top, Content.Block block) {
    byId.put(vertex.id(), new Place(vertex.column(), top, block.family().key()));
  }

  private void append(Vertex vertex) {
    if (!has(vertex.id())) {
      double top = end(vertex.column());
      byId.put(vertex.id(), new Place(vertex.column(), top, ""));
      ends.put(vertex.column(), top + vertex.column().height() + 20);
    }
  }
}
