package org.lazaretto.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;

/**
 * The boxes and who stands in their slots, as their one writer sees them. A box that is full is
 * continued in a further one; a removed node's box stays, and is its again if the node comes back.
 */
final class Slots {
  /** The name under which pods without a node stand. */
  static final String NO_NODE = "";

  private static final String UNKNOWN_ZONE = "unknown zone";
  private static final String WAITING = "not scheduled";
  private static final List<String> POOLS =
      List.of(
          "eks.amazonaws.com/nodegroup",
          "cloud.google.com/gke-nodepool",
          "karpenter.sh/nodepool",
          "kubernetes.azure.com/agentpool");

  private final Arrangement arrangement;
  private final Map<String, Integer> boxByNode = new HashMap<>();
  private final boolean zoned;
  private final Map<String, String> nameByUid = new HashMap<>();
  private final Map<String, String> uidByName = new HashMap<>();
  private final Map<Integer, Integer> next = new HashMap<>();
  private Cells cells;
  private int[] free;
  private DirtyBits dirty;
  private NodeGrid grid = NodeGrid.EMPTY;
  private boolean changed = true;

  private Slots(Arrangement arrangement, boolean zoned, int slots, int boxes) {
    this.arrangement = arrangement;
    this.zoned = zoned;
    this.cells = Cells.of(slots, boxes);
    this.free = new int[boxes];
    this.dirty = new DirtyBits(boxes);
  }

  static Slots empty() {
    BoxShape shape = BoxShape.forNodes(new int[0]);
    return new Slots(Arrangement.empty(shape), true, shape.capacity(), 1);
  }

  /** Boxes for all nodes of a snapshot and for those that its pods name; no pod stands in them. */
  static Slots laidOut(ClusterSnapshot snapshot) {
    Map<String, Integer> pods = new HashMap<>();
    snapshot.nodes().forEach(node -> pods.put(node.ref().name(), 0));
    snapshot.pods().forEach(pod -> pods.merge(pod.node().orElse(NO_NODE), 1, Integer::sum));
    BoxShape shape =
        BoxShape.forNodes(
            pods.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(NO_NODE))
                .mapToInt(Map.Entry::getValue)
                .toArray());
    boolean zoned = snapshot.nodes().stream().anyMatch(Slots::hasZone);
    Map<String, Set<String>> zones = zones(snapshot, pods.keySet(), zoned);
    LinkedHashMap<String, Integer> needed = new LinkedHashMap<>();
    zones.forEach((zone, names) ->
        needed.put(
            zone,
            names.stream().mapToInt(name -> boxesFor(pods.getOrDefault(name, 0), shape)).sum()));
    int boxes = needed.values().stream().mapToInt(Integer::intValue).sum();
    Slots slots =
        new Slots(Arrangement.of(shape, needed), zoned, shape.capacity(), boxes + boxes / 8 + 8);
    zones.forEach((zone, names) ->
        names.forEach(name -> slots.open(name, zone, boxesFor(pods.getOrDefault(name, 0), shape))));
    return slots;
  }

  /** Pods in the order in which they first take their slots: siblings of a node together. */
  static Collection<List<Pod>> inOrder(Collection<Pod> pods) {
    Comparator<Pod> order =
        Comparator.comparing((Pod pod) -> pod.ref().namespace())
            .thenComparing(pod -> pod.ref().name(), NaturalOrder.INSTANCE);
    Map<String, List<Pod>> byNode = new HashMap<>();
    for (Pod pod : pods) {
      byNode.computeIfAbsent(pod.node().orElse(NO_NODE), _ -> new ArrayList<>()).add(pod);
    }
    byNode.values().forEach(some -> some.sort(order));
    return byNode.values();
  }

  private static int boxesFor(int pods, BoxShape shape) {
    return Math.max(1, (pods + shape.capacity() - 1) / shape.capacity());
  }

  /** The names of nodes by zone, in order; what has no node comes last. */
  private static Map<String, Set<String>> zones(
      ClusterSnapshot snapshot, Set<String> names, boolean zoned) {
    Map<String, Set<String>> zones = new TreeMap<>(NaturalOrder.INSTANCE);
    Set<String> waiting = new TreeSet<>();
    for (String name : names) {
      if (name.equals(NO_NODE)) {
        waiting.add(name);
      } else {
        String zone = snapshot.node(name).map(n -> group(n, zoned)).orElse(UNKNOWN_ZONE);
        zones.computeIfAbsent(zone, _ -> new TreeSet<>(NaturalOrder.INSTANCE)).add(name);
      }
    }
    Map<String, Set<String>> ordered = new LinkedHashMap<>(zones);
    if (!waiting.isEmpty()) {
      ordered.put(WAITING, waiting);
    }
    return ordered;
  }

  private static boolean hasZone(Node node) {
    return !node.zone().equals(UNKNOWN_ZONE);
  }

  /** Its zone; its pool in a cluster without zones. */
  private static String group(Node node, boolean zoned) {
    if (zoned) {
      return node.zone();
    }
    return POOLS.stream()
        .filter(node.labels()::containsKey)
        .findFirst()
        .map(label -> node.labels().getOrDefault(label, UNKNOWN_ZONE))
        .orElse(UNKNOWN_ZONE);
  }

  private int open(String name, String zone, int boxes) {
    int first = arrangement.add(name, zone);
    note(first);
    boxByNode.put(name, first);
    cells.box()[first] =
        BoxState.PRESENT | (name.equals(NO_NODE) ? BoxState.WAITING : BoxState.UNSEEN);
    for (int box = first, i = 1; i < boxes; i++) {
      box = extend(first, box);
    }
    return first;
  }

  private int extend(int first, int last) {
    int box = arrangement.extend(first);
    note(box);
    next.put(last, box);
    cells.box()[box] = cells.box()[first];
    return box;
  }

  /** Makes room for a box. Marks on the old bits may be lost: a grown frame is drawn whole. */
  private void note(int box) {
    changed = true;
    if (box >= cells.boxes()) {
      int room = box + box / 4 + 8;
      cells = cells.grown(room);
      free = java.util.Arrays.copyOf(free, room);
      dirty = new DirtyBits(room);
    }
  }

  Map<String, Integer> boxByNode() {
    return boxByNode;
  }

  String nodeOf(int cell) {
    return arrangement.node(cell / cells.slots());
  }

  int firstBoxOf(int cell) {
    return arrangement.first(cell / cells.slots());
  }

  /** A node as it is now; answers its first box. */
  int put(Node node) {
    String name = node.ref().name();
    Integer known = boxByNode.get(name);
    int first = known == null ? open(name, group(node, zoned), 1) : known;
    nameByUid.put(node.ref().uid(), name);
    uidByName.put(name, node.ref().uid());
    paint(first, BoxState.of(node));
    return first;
  }

  /** The node goes, its box stays as a hole; unless another node of its name came meanwhile. */
  void nodeGone(String uid) {
    String name = nameByUid.remove(uid);
    Integer first = name == null ? null : boxByNode.get(name);
    if (first != null && uidByName.remove(name, uid)) {
      paint(first, 0);
    }
  }

  private void paint(int first, int state) {
    changed |= ((cells.box()[first] ^ state) & BoxState.PRESENT) != 0;
    for (Integer box = first; box != null; box = next.get(box)) {
      cells.box()[box] = state;
      dirty.mark(box);
    }
  }

  /** Takes the first free slot of a node, in a further box if all its boxes are full. */
  int take(String node) {
    Integer known = boxByNode.get(node);
    int first =
        known != null ? known : open(node, node.equals(NO_NODE) ? WAITING : UNKNOWN_ZONE, 1);
    count(first, 1);
    int box = first;
    while (true) {
      int slot = freeSlot(box);
      if (slot < cells.slots()) {
        free[box] = slot + 1;
        return box * cells.slots() + slot;
      }
      Integer further = next.get(box);
      box = further == null ? extend(first, box) : further;
    }
  }

  private int freeSlot(int box) {
    int slot = free[box];
    while (slot < cells.slots() && cells.state()[box * cells.slots() + slot] != CellState.FREE) {
      slot++;
    }
    free[box] = slot;
    return slot;
  }

  /** Frees a slot; the pod that stood there can still be read while it fades. */
  void free(int cell) {
    int box = cell / cells.slots();
    cells.state()[cell] = CellState.FREE;
    free[box] = Math.min(free[box], cell % cells.slots());
    int first = arrangement.first(box);
    count(first, -1);
    dirty.mark(first);
    dirty.mark(box);
  }

  void write(int cell, Pod pod, int state, int namespace) {
    cells.pod()[cell] = pod;
    cells.namespace()[cell] = namespace;
    cells.state()[cell] = state;
    int box = cell / cells.slots();
    dirty.mark(arrangement.first(box));
    dirty.mark(box);
  }

  /** Where pods wait for a node is to be seen while one does. */
  private boolean deserted(int box) {
    return BoxState.has(cells.box()[box], BoxState.WAITING)
        && cells.pods()[arrangement.first(box)] == 0;
  }

  /** The first who waits opens the box, the last one shuts it. */
  private void count(int first, int more) {
    boolean before = deserted(first);
    cells.pods()[first] += more;
    changed |= before != deserted(first);
  }

  /** Whether boxes or their labels have changed since the last {@link #ground}. */
  boolean changed() {
    return changed;
  }

  MapFrame.Ground ground(int version) {
    if (changed) {
      grid =
          arrangement.grid(
              box ->
                  arrangement.first(box) == box
                      && BoxState.has(cells.box()[box], BoxState.PRESENT)
                      && !BoxState.has(cells.box()[box], BoxState.WAITING),
              this::deserted);
      changed = false;
    }
    return new MapFrame.Ground(version, grid, cells, dirty);
  }
}
