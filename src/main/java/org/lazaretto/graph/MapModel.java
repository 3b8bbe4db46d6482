package org.lazaretto.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

/**
 * The state of the map. The thread that publishes snapshots writes it; a painter reads {@link
 * #frame} without waiting for anybody and drains what changed. A slot is given when a pod first
 * appears and freed when it goes; nothing else ever moves before {@link #compact}. While pods or
 * nodes are still being listed for the first time, the whole is laid out again as it grows.
 */
public final class MapModel {
  private static final int MOST_FADES = 500;
  private static final Duration FADE = Duration.ofSeconds(2);

  private final Predicate<Pod> flagged;
  private final Map<String, Integer> cellByUid = new ConcurrentHashMap<>();
  private final Map<String, Integer> boxByNode = new ConcurrentHashMap<>();
  private final Map<String, Integer> namespaces = new ConcurrentHashMap<>();
  private final Deque<Fade> fades = new ArrayDeque<>();
  private Slots slots = Slots.empty();
  private boolean settled;
  private int laidOut;
  private int version;
  private volatile MapFrame frame;

  /**
   * A map without a node.
   *
   * @param flagged which pods an investigator should look at; asked on the thread that publishes,
   *     once for each change of a pod
   */
  public MapModel(ClusterSnapshot empty, Predicate<Pod> flagged) {
    this.flagged = flagged;
    this.frame = new MapFrame(slots.ground(version), empty, Optional.empty(), List.of());
  }

  /** What there is to draw now; costs nothing. */
  public MapFrame frame() {
    return frame;
  }

  /** The cell of the pod with that UID, or {@link NodeGrid#NONE}. */
  public int cellOf(String uid) {
    return cellByUid.getOrDefault(uid, NodeGrid.NONE);
  }

  /** The first box of the node of that name, or {@link NodeGrid#NONE}. */
  public int boxOf(String node) {
    return boxByNode.getOrDefault(node, NodeGrid.NONE);
  }

  /** The number of a namespace; the same as long as the model lives. */
  public int namespace(String name) {
    return namespaces.computeIfAbsent(name, _ -> namespaces.size());
  }

  /** Takes in a snapshot with what it changed against the one taken in before. */
  public synchronized void apply(ClusterSnapshot snapshot, ClusterChange change) {
    if (!settled) {
      begin(snapshot);
    } else if (!change.empty()) {
      fadeOut(snapshot.asOf());
      change.nodesGone().forEach(slots::nodeGone);
      change.nodes().forEach(this::put);
      change.podsGone().forEach(uid -> gone(uid, snapshot.asOf()));
      change.pods().forEach(pod -> put(pod, snapshot.asOf()));
    }
    publish(snapshot);
  }

  /** Lays everything out anew: holes close, further boxes go, every cell may move. */
  public synchronized void compact() {
    layOut(frame.snapshot());
    publish(frame.snapshot());
  }

  /** Until all has been listed once: as often as what is known has grown by a quarter. */
  private void begin(ClusterSnapshot snapshot) {
    boolean complete =
        listed(snapshot.health(ObservedKind.NODE)) && listed(snapshot.health(ObservedKind.POD));
    int known = snapshot.podCount() + snapshot.nodes().size();
    if (complete || known * 4L >= laidOut * 5L) {
      layOut(snapshot);
      laidOut = Math.max(1, known);
    }
    settled = complete;
  }

  private static boolean listed(KindHealth health) {
    return health instanceof KindHealth.Synced || health instanceof KindHealth.Denied;
  }

  private void layOut(ClusterSnapshot snapshot) {
    fades.clear();
    slots = Slots.laidOut(snapshot);
    cellByUid.clear();
    boxByNode.clear();
    boxByNode.putAll(slots.boxByNode());
    snapshot.nodes().forEach(this::put);
    for (List<Pod> pods : Slots.inOrder(snapshot.pods())) {
      pods.forEach(this::put);
    }
  }

  private void put(Node node) {
    boxByNode.put(node.ref().name(), slots.put(node));
  }

  private void put(Pod pod, Instant now) {
    boolean arriving = !cellByUid.containsKey(pod.ref().uid());
    int cell = put(pod);
    if (arriving) {
      fade(new Fade(cell, true, now));
    }
  }

  private int put(Pod pod) {
    String uid = pod.ref().uid();
    String node = pod.node().orElse(Slots.NO_NODE);
    int cell = cellByUid.getOrDefault(uid, NodeGrid.NONE);
    if (cell != NodeGrid.NONE && !slots.nodeOf(cell).equals(node)) {
      slots.free(cell);
      cell = NodeGrid.NONE;
    }
    if (cell == NodeGrid.NONE) {
      cell = slots.take(node);
      boxByNode.putIfAbsent(node, slots.firstBoxOf(cell));
      cellByUid.put(uid, cell);
    }
    slots.write(cell, pod, CellState.of(pod, flagged.test(pod)), namespace(pod.ref().namespace()));
    return cell;
  }

  private void gone(String uid, Instant now) {
    Integer cell = cellByUid.remove(uid);
    if (cell != null) {
      slots.free(cell);
      fade(new Fade(cell, false, now));
    }
  }

  private void fade(Fade fade) {
    if (fades.size() == MOST_FADES) {
      fades.removeFirst();
    }
    fades.addLast(fade);
  }

  private void fadeOut(Instant now) {
    while (!fades.isEmpty() && fades.getFirst().since().plus(FADE).isBefore(now)) {
      fades.removeFirst();
    }
  }

  private void publish(ClusterSnapshot snapshot) {
    version += slots.changed() ? 1 : 0;
    Optional<Instant> stale =
        snapshot.health(ObservedKind.POD) instanceof KindHealth.Stale(var since, _)
            ? Optional.of(since)
            : Optional.empty();
    frame = new MapFrame(slots.ground(version), snapshot, stale, List.copyOf(fades));
  }
}
