package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;

class MapModelTest {
  @Test
  void every_pod_stands_in_a_slot_of_its_node() {
    MapModel model = map(Clusters.shop().build());

    MapFrame frame = model.frame();
    for (Pod pod : frame.snapshot().pods()) {
      int cell = model.cellOf(pod.ref().uid());
      int box = cell / frame.slots();
      assertThat(frame.grid().box(frame.grid().box(box).first()).node())
          .isEqualTo(pod.node().orElseThrow());
      assertThat(frame.pod(cell)).contains(pod);
    }
  }

  @Test
  void a_thousand_random_events_move_no_cell() {
    ClusterSnapshot snapshot = Clusters.large(200, 6_000);
    MapModel model = map(snapshot);
    Random random = new Random(42);
    Map<String, Place> places = places(model);
    int moved = 0;
    for (int i = 0; i < 1_000; i++) {
      ClusterChange change = randomChange(model.frame().snapshot(), random, i);
      snapshot = model.frame().snapshot().without(ObservedKind.POD, change.podsGone());
      snapshot = snapshot.without(ObservedKind.NODE, change.nodesGone());
      snapshot = snapshot.with(change.pods()).with(change.nodes());
      model.apply(snapshot, change);
      Map<String, Place> now = places(model);
      for (Map.Entry<String, Place> entry : places.entrySet()) {
        Place after = now.getOrDefault(entry.getKey(), entry.getValue());
        moved += after.equals(entry.getValue()) ? 0 : 1;
      }
      places = now;
    }
    assertThat(moved).isZero();
    assertThat(places).hasSize(snapshot.podCount());
  }

  /** A pod's cell, and where that is: neither may change. */
  private record Place(int cell, Bounds bounds) {}

  private static Map<String, Place> places(MapModel model) {
    Map<String, Place> places = new HashMap<>();
    for (Pod pod : model.frame().snapshot().pods()) {
      int cell = model.cellOf(pod.ref().uid());
      places.put(pod.ref().uid(), new Place(cell, model.frame().grid().boundsOfCell(cell)));
    }
    return places;
  }

  private static ClusterChange randomChange(ClusterSnapshot now, Random random, int number) {
    List<Pod> pods = new ArrayList<>(now.pods());
    List<Node> nodes = new ArrayList<>(now.nodes());
    Pod pod = pods.get(random.nextInt(pods.size()));
    Node node = nodes.get(random.nextInt(nodes.size()));
    return switch (random.nextInt(8)) {
      case 0, 1 -> pods(Changes.unready(pod));
      case 2 -> new ClusterChange(List.of(), Set.of(pod.ref().uid()), List.of(), Set.of());
      case 3, 4, 5 -> pods(twin(pod, "new-" + number));
      case 6 -> nodes(node.withUnschedulable(!node.unschedulable()));
      default ->
          random.nextBoolean()
              ? nodes(
                  Clusters.shop()
                      .node("late-" + number, "zone-1")
                      .build()
                      .node("late-" + number)
                      .orElseThrow())
              : new ClusterChange(List.of(), Set.of(), List.of(), Set.of(node.ref().uid()));
    };
  }

  @Test
  void a_deleted_pod_frees_its_slot_for_the_next() {
    MapModel model = map(Clusters.shop().build());
    Pod pod = model.frame().snapshot().pod(Clusters.miner().uid()).orElseThrow();
    int cell = model.cellOf(pod.ref().uid());

    gone(model, pod);
    assertThat(model.frame().state(cell)).isEqualTo(CellState.FREE);
    assertThat(model.cellOf(pod.ref().uid())).isEqualTo(NodeGrid.NONE);

    Pod next = twin(pod, "next");
    come(model, next);
    assertThat(model.cellOf(next.ref().uid())).isEqualTo(cell);
  }

  @Test
  void a_removed_node_leaves_a_hole_until_the_map_is_compacted() {
    MapModel model = map(Clusters.large(9, 0));
    int box = model.boxOf("node-3");
    Node node = model.frame().snapshot().node("node-3").orElseThrow();
    ClusterSnapshot without =
        model.frame().snapshot().without(ObservedKind.NODE, Set.of(node.ref().uid()));

    model.apply(
        without, new ClusterChange(List.of(), Set.of(), List.of(), Set.of(node.ref().uid())));
    assertThat(BoxState.has(model.frame().boxState(box), BoxState.PRESENT)).isFalse();
    assertThat(model.frame().grid().size()).isEqualTo(9);

    model.compact();
    assertThat(model.frame().grid().size()).isEqualTo(8);
    assertThat(model.boxOf("node-3")).isEqualTo(NodeGrid.NONE);
  }

  @Test
  void a_node_that_comes_back_stands_in_its_old_place() {
    MapModel model = map(Clusters.large(9, 0));
    int box = model.boxOf("node-3");
    ClusterSnapshot all = model.frame().snapshot();
    Node node = all.node("node-3").orElseThrow();

    model.apply(
        all.without(ObservedKind.NODE, Set.of(node.ref().uid())),
        new ClusterChange(List.of(), Set.of(), List.of(), Set.of(node.ref().uid())));
    model.apply(all, nodes(node));

    assertThat(model.boxOf("node-3")).isEqualTo(box);
    assertThat(BoxState.has(model.frame().boxState(box), BoxState.PRESENT)).isTrue();
  }

  @Test
  void a_node_that_overflows_goes_on_in_a_further_box_and_nobody_moves() {
    MapModel model = map(Clusters.large(4, 40));
    Map<String, Place> before = places(model);
    Pod pod = model.frame().snapshot().podsOn("node-0").getFirst();
    for (int i = 0; i < 500; i++) {
      come(model, twin(pod, "crowd-" + i));
    }

    Map<String, Place> after = places(model);
    assertThat(after).containsAllEntriesOf(before).hasSize(540);
    assertThat(after.values().stream().map(Place::bounds).distinct()).hasSize(540);
    assertThat(model.frame().pods(model.boxOf("node-0"))).isEqualTo(510);
  }

  @Test
  void a_pod_without_a_node_waits_apart_and_moves_once_when_it_is_placed() {
    MapModel model = map(Clusters.shop().pod("shop/web-6f7d-1", Changes::pending).build());
    String uid = "uid-pod-shop-web-6f7d-1";
    MapFrame frame = model.frame();
    int waiting = model.cellOf(uid) / frame.slots();
    assertThat(BoxState.has(frame.boxState(waiting), BoxState.WAITING)).isTrue();

    come(model, Clusters.shop().build().pod(uid).orElseThrow());

    int box = model.cellOf(uid) / frame.slots();
    assertThat(model.frame().grid().box(box).node()).isEqualTo("node-a1");
  }

  @Test
  void where_pods_wait_is_to_be_seen_only_while_one_waits() {
    ClusterSnapshot shop = Clusters.shop().build();
    MapModel model = map(Clusters.shop().pod("shop/web-6f7d-1", Changes::pending).build());
    int waiting = model.cellOf("uid-pod-shop-web-6f7d-1") / model.frame().slots();
    Bounds wide = model.frame().grid().bounds();
    int version = model.frame().version();
    assertThat(seen(model)).contains(waiting);

    come(model, shop.pod("uid-pod-shop-web-6f7d-1").orElseThrow());

    assertThat(seen(model)).doesNotContain(waiting).isNotEmpty();
    assertThat(model.frame().grid().bounds().width()).isLessThan(wide.width());
    assertThat(model.frame().grid().labels())
        .noneMatch(label -> label.zone().equals("not scheduled"));
    assertThat(model.frame().version()).isGreaterThan(version);

    come(model, Changes.pending(shop.pod("uid-pod-shop-web-6f7d-2").orElseThrow()));
    assertThat(seen(model)).contains(waiting);
    assertThat(model.frame().grid().bounds()).isEqualTo(wide);
  }

  private static List<Integer> seen(MapModel model) {
    List<Integer> boxes = new ArrayList<>();
    model.frame().grid().visit(new Bounds(0, 0, 9_000, 9_000), boxes::add);
    return boxes;
  }

  @Test
  void labels_and_taints_say_who_is_in_quarantine() {
    ClusterSnapshot shop =
        Clusters.shop()
            .node("node-a1", Changes.tainted("lazaretto.org/quarantine", "NoSchedule"))
            .build();
    MapModel model = map(shop);
    Pod web = shop.pod("uid-pod-shop-web-6f7d-1").orElseThrow();
    MapFrame frame = model.frame();
    assertThat(BoxState.has(frame.boxState(model.boxOf("node-a1")), BoxState.QUARANTINED)).isTrue();
    assertThat(BoxState.has(frame.boxState(model.boxOf("node-a2")), BoxState.QUARANTINED))
        .isFalse();
    assertThat(quarantined(model, web)).isFalse();

    Pod labelled =
        new Pod(
            web.ref(),
            web.node(),
            web.status(),
            web.shape(),
            web.controller(),
            Map.of("lazaretto.org/quarantine", "case-1"),
            web.mirror());
    come(model, labelled);
    assertThat(quarantined(model, labelled)).isTrue();
    come(model, web);
    assertThat(quarantined(model, web)).isFalse();
  }

  private static boolean quarantined(MapModel model, Pod pod) {
    int state = model.frame().state(model.cellOf(pod.ref().uid()));
    return CellState.has(state, CellState.QUARANTINED);
  }

  @Test
  void while_the_first_list_is_read_the_map_grows_and_then_stands() {
    ClusterSnapshot all = Clusters.large(20, 400);
    MapModel model = new MapModel(Clusters.large(0, 0), _ -> false);
    List<Pod> pods = List.copyOf(all.pods());
    ClusterSnapshot some =
        ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW)
            .with(pods.subList(0, 100))
            .withHealth(ObservedKind.NODE, new KindHealth.Synced(Clusters.NOW));
    model.apply(some, pods(pods.subList(0, 100).toArray(new Pod[0])));
    assertThat(places(model)).hasSize(100);

    model.apply(all, ClusterChange.everything(all));
    assertThat(places(model)).hasSize(400);
    Map<String, Place> before = places(model);

    come(model, twin(pods.getFirst(), "late"));
    assertThat(places(model)).containsAllEntriesOf(before);
  }

  @Test
  void names_of_zones_and_nodes_may_be_anything() {
    String longest = "n".repeat(253);
    ClusterSnapshot snapshot =
        Clusters.shop()
            .node(longest, "\u202Ezone\u200B")
            .bare("shop", "x".repeat(253), Template.of("x"), longest)
            .bare("shop", "lost", Template.of("x"), "a node nobody listed")
            .build();

    MapModel model = map(snapshot);

    assertThat(places(model)).hasSize(snapshot.podCount());
    int unseen = model.boxOf("a node nobody listed");
    assertThat(BoxState.has(model.frame().boxState(unseen), BoxState.UNSEEN)).isTrue();
  }

  @Test
  void without_zones_nodes_stand_by_pool() {
    Node node = Clusters.large(1, 0).node("node-0").orElseThrow();
    List<Node> nodes =
        List.of(
            labelled(node, "a", "blue"), labelled(node, "b", "green"), labelled(node, "c", "blue"));
    ClusterSnapshot snapshot = settled(nodes);

    assertThat(map(snapshot).frame().grid().labels())
        .extracting(NodeGrid.ZoneLabel::zone, NodeGrid.ZoneLabel::nodes)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("blue", 2),
            org.assertj.core.groups.Tuple.tuple("green", 1));
  }

  @Test
  void a_map_whose_pods_are_not_heard_of_says_since_when() {
    ClusterSnapshot shop = Clusters.shop().build();
    MapModel model = map(shop);

    model.apply(
        shop.withHealth(ObservedKind.POD, new KindHealth.Stale(Clusters.NOW, "silent")),
        ClusterChange.NONE);

    assertThat(model.frame().staleSince()).contains(Clusters.NOW);
  }

  @Test
  void who_comes_and_who_goes_is_remembered_for_a_moment() {
    MapModel model = map(Clusters.shop().build());
    Pod pod = model.frame().snapshot().pod(Clusters.miner().uid()).orElseThrow();
    int cell = model.cellOf(pod.ref().uid());
    assertThat(model.frame().fades()).isEmpty();

    gone(model, pod);

    assertThat(model.frame().fades()).containsExactly(new Fade(cell, false, Clusters.NOW));
    assertThat(model.frame().pod(cell)).contains(pod);
  }

  static MapModel map(ClusterSnapshot snapshot) {
    MapModel model =
        new MapModel(
            ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW),
            pod -> pod.shape().host().privileged());
    model.apply(snapshot, ClusterChange.everything(snapshot));
    return model;
  }

  private static ClusterSnapshot settled(List<Node> nodes) {
    return ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW)
        .with(nodes)
        .withHealth(ObservedKind.NODE, new KindHealth.Synced(Clusters.NOW))
        .withHealth(ObservedKind.POD, new KindHealth.Synced(Clusters.NOW));
  }

  private static Node labelled(Node node, String name, String pool) {
    return new Node(
        new org.lazaretto.model.NodeRef(name, "uid-" + name),
        false,
        true,
        node.taints(),
        Map.of("eks.amazonaws.com/nodegroup", pool),
        node.allocatable(),
        node.system());
  }

  private static ClusterChange pods(Pod... pods) {
    return new ClusterChange(List.of(pods), Set.of(), List.of(), Set.of());
  }

  private static ClusterChange nodes(Node... nodes) {
    return new ClusterChange(List.of(), Set.of(), List.of(nodes), Set.of());
  }

  static void come(MapModel model, Pod pod) {
    model.apply(model.frame().snapshot().with(List.of(pod)), pods(pod));
  }

  static void gone(MapModel model, Pod pod) {
    Set<String> uids = Set.of(pod.ref().uid());
    model.apply(
        model.frame().snapshot().without(ObservedKind.POD, uids),
        new ClusterChange(List.of(), uids, List.of(), Set.of()));
  }

  static Pod twin(Pod pod, String name) {
    return new Pod(
        new PodRef(pod.ref().namespace(), name, "uid-" + name),
        pod.node(),
        pod.status(),
        pod.shape(),
        pod.controller(),
        pod.labels(),
        pod.mirror());
  }
}
