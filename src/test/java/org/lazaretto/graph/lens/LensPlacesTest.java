package org.lazaretto.graph.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

class LensPlacesTest {
  private static final LensScope SCOPE = new LensScope.Namespace("a");

  private static ClusterBuilder three() {
    return new ClusterBuilder()
        .node("n1", "z")
        .node("n2", "z")
        .deployment("a", "api", Template.of("api"), "n1", "n2", "n1")
        .deployment("a", "web", Template.of("web"), "n2")
        .bare("a", "debug", Template.of("debug"), "n1");
  }

  private static Map<String, Double> tops(Lens lens) {
    Map<String, Double> tops = new HashMap<>();
    lens.boxes().forEach(box -> tops.put(box.id(), box.top()));
    return tops;
  }

  private static double top(Lens lens, String id) {
    return lens.box(id).orElseThrow().top();
  }

  private static void assertNothingMoved(Lens before, Lens after) {
    Map<String, Double> old = tops(before);
    tops(after).forEach((id, top) -> assertThat(old.getOrDefault(id, top)).as(id).isEqualTo(top));
  }

  private static void assertNothingOverlaps(Lens lens) {
    for (Box one : lens.boxes()) {
      for (Box other : lens.boxes()) {
        boolean apart =
            one.left() != other.left()
                || one.bottom() <= other.top()
                || other.bottom() <= one.top();
        assertThat(apart || one.id().equals(other.id())).as(one.id() + other.id()).isTrue();
      }
    }
  }

  @Test
  void owner_and_pods_stand_around_one_middle_and_nodes_over_the_whole_height() {
    Lens lens = Lens.open(three().build(), SCOPE, Set.of(), Set.of());

    assertThat(top(lens, "pod:uid-pod-a-api-6f7d-1")).isZero();
    assertThat(top(lens, "pod:uid-pod-a-api-6f7d-2")).isEqualTo(40);
    assertThat(top(lens, "pod:uid-pod-a-api-6f7d-3")).isEqualTo(80);
    assertThat(lens.box("owner:uid-deployment-a-api").orElseThrow().middle()).isEqualTo(54);
    assertThat(top(lens, "owner:uid-deployment-a-web")).isEqualTo(124);
    assertThat(lens.box("pod:uid-pod-a-web-6f7d-1").orElseThrow().middle()).isEqualTo(146);
    assertThat(top(lens, "pod:uid-pod-a-debug")).isEqualTo(184);
    assertThat(top(lens, "node:n1")).isEqualTo(25);
    assertThat(top(lens, "node:n2")).isEqualTo(131);
    assertThat(lens.height()).isEqualTo(212);
    assertThat(lens.width()).isEqualTo(768);
    assertNothingOverlaps(lens);
  }

  @Test
  void the_same_scope_is_arranged_the_same_way_each_time() {
    assertThat(Lens.open(three().build(), SCOPE, Set.of(), Set.of()).boxes())
        .isEqualTo(Lens.open(three().build(), SCOPE, Set.of(), Set.of()).boxes());
  }

  @Test
  void a_change_of_a_pod_moves_nothing() {
    Lens before = Lens.open(three().build(), SCOPE, Set.of(), Set.of());

    Lens after = before.next(three().pod("a/api-6f7d-2", Changes::unready).build(), Set.of());

    assertThat(tops(after)).isEqualTo(tops(before));
  }

  @Test
  void marking_a_suspect_moves_nothing() {
    ClusterSnapshot cluster = three().build();
    Lens before = Lens.open(cluster, SCOPE, Set.of(), Set.of());

    Lens after = before.next(cluster, Set.of("uid-pod-a-debug", "uid-pod-a-api-6f7d-3"));

    assertThat(tops(after)).isEqualTo(tops(before));
  }

  @Test
  void a_removed_pod_leaves_a_gap_until_the_scope_is_opened_anew() {
    ClusterSnapshot all = three().build();
    Lens before = Lens.open(all, SCOPE, Set.of(), Set.of());
    ClusterSnapshot less = all.without(ObservedKind.POD, List.of("uid-pod-a-api-6f7d-2"));

    Lens after = before.next(less, Set.of());

    assertThat(after.box("pod:uid-pod-a-api-6f7d-2")).isEmpty();
    assertThat(top(after, "pod:uid-pod-a-api-6f7d-3")).isEqualTo(80);
    assertThat(top(Lens.open(less, SCOPE, Set.of(), Set.of()), "pod:uid-pod-a-api-6f7d-3"))
        .isEqualTo(40);
  }

  @Test
  void a_replacement_takes_the_place_of_the_one_that_left() {
    ClusterSnapshot all = three().build();
    Lens before = Lens.open(all, SCOPE, Set.of(), Set.of());
    ClusterSnapshot rolled =
        all.without(ObservedKind.POD, List.of("uid-pod-a-api-6f7d-2"))
            .with(List.of(sibling(all, "uid-pod-a-api-6f7d-1", "api-6f7d-9")));

    Lens after = before.next(rolled, Set.of());

    assertThat(top(after, "pod:uid-api-6f7d-9")).isEqualTo(40);
    assertNothingMoved(before, after);
  }

  private static Pod sibling(ClusterSnapshot cluster, String uid, String name) {
    Pod pod = cluster.pod(uid).orElseThrow();
    return new Pod(
        new org.lazaretto.model.PodRef(pod.ref().namespace(), name, "uid-" + name),
        pod.node(),
        pod.status(),
        pod.shape(),
        pod.controller(),
        pod.labels(),
        pod.mirror());
  }

  @Test
  void a_vanished_node_gets_its_place_back() {
    ClusterSnapshot all = three().build();
    Lens before = Lens.open(all, SCOPE, Set.of(), Set.of());
    ClusterSnapshot without =
        all.without(ObservedKind.POD, all.podsOn("n1").stream().map(p -> p.ref().uid()).toList());

    Lens gone = before.next(without, Set.of());
    Lens back = gone.next(all, Set.of());

    assertThat(gone.box("node:n1")).isEmpty();
    assertThat(top(back, "node:n1")).isEqualTo(top(before, "node:n1"));
  }

  @Test
  void what_is_new_comes_below_with_its_owner_beside_it() {
    Lens before = Lens.open(three().build(), SCOPE, Set.of(), Set.of());
    ClusterSnapshot more =
        three().node("n3", "z").deployment("a", "aaa", Template.of("aaa"), "n3", "n1").build();

    Lens after = before.next(more, Set.of());

    assertThat(top(after, "owner:uid-deployment-a-aaa")).isEqualTo(228);
    assertThat(top(after, "pod:uid-pod-a-aaa-6f7d-1")).isEqualTo(228);
    assertThat(top(after, "pod:uid-pod-a-aaa-6f7d-2")).isEqualTo(268);
    assertThat(top(after, "node:n3")).isEqualTo(212);
    assertNothingMoved(before, after);
    assertNothingOverlaps(after);
  }

  @Test
  void a_suspect_leaves_its_folded_siblings_and_they_stay() {
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .deployment("a", "web", Template.of("web"), "n", "n", "n", "n", "n")
            .build();
    Lens before = Lens.open(cluster, SCOPE, Set.of(), Set.of());

    Lens after = before.next(cluster, Set.of("uid-pod-a-web-6f7d-2"));

    assertThat(LensTest.column(after, LensColumn.PODS)).containsExactly("web-6f7d-2 !", "web x 4");
    assertNothingMoved(before, after);
    assertNothingOverlaps(after);
  }

  @Test
  void a_fifth_replica_does_not_fold_the_four_that_are_shown() {
    ClusterBuilder four =
        new ClusterBuilder()
            .node("n", "z")
            .deployment("a", "web", Template.of("web"), "n", "n", "n", "n");
    Lens before = Lens.open(four.build(), SCOPE, Set.of(), Set.of());
    ClusterSnapshot five =
        four.build().with(List.of(sibling(four.build(), "uid-pod-a-web-6f7d-1", "web-6f7d-5")));

    Lens after = before.next(five, Set.of());

    assertThat(LensTest.column(after, LensColumn.PODS)).hasSize(5);
    assertNothingMoved(before, after);
  }

  @Test
  void a_thousand_random_events_move_nothing() {
    Random random = new Random(11);
    ClusterSnapshot snapshot = Clusters.large(8, 60);
    Lens lens = Lens.open(snapshot, new LensScope.Namespace("team-0"), Set.of(), Set.of());
    for (int i = 0; i < 1_000; i++) {
      snapshot = event(snapshot, random, i);
      Set<String> suspects = random.nextBoolean() ? Set.of() : Set.of(any(snapshot, random));
      Lens next = lens.next(snapshot, suspects);
      assertNothingMoved(lens, next);
      lens = next;
    }
    assertNothingOverlaps(lens);
    assertThat(lens.boxes()).hasSizeLessThanOrEqualTo(300);
  }

  private static String any(ClusterSnapshot snapshot, Random random) {
    List<Pod> pods = new ArrayList<>(snapshot.pods());
    return pods.get(random.nextInt(pods.size())).ref().uid();
  }

  private static ClusterSnapshot event(ClusterSnapshot before, Random random, int number) {
    String uid = any(before, random);
    Pod pod = before.pod(uid).orElseThrow();
    ClusterObject sibling = sibling(before, uid, "new-" + number);
    return switch (before.podCount() < 20 ? 3 : random.nextInt(4)) {
      case 0 -> before.without(ObservedKind.POD, List.of(uid));
      case 1 -> before.with(List.of(Changes.unready(pod)));
      case 2 -> before.without(ObservedKind.POD, List.of(uid)).with(List.of(sibling));
      default -> before.with(List.of(sibling));
    };
  }
}
