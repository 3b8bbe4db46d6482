package org.lazaretto.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

class FollowTest {
  private final ClusterSnapshot shop = Clusters.shop().build();
  private final HandClock clock = new HandClock();
  private final ClusterObserver observer =
      new ClusterObserver(Clusters.IDENTITY, clock, Duration.ofSeconds(90));
  private final List<ClusterChange> heard = new ArrayList<>();

  @Test
  void a_follower_hears_everything_there_is_before_the_first_change() {
    list(ObservedKind.POD, shop.pods());
    observer.publish();

    observer.follow((snapshot, change) -> heard.add(change));

    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().pods()).containsExactlyInAnyOrderElementsOf(shop.pods());
  }

  @Test
  void a_follower_hears_only_what_changed() {
    list(ObservedKind.POD, shop.pods());
    list(ObservedKind.NODE, shop.nodes());
    observer.publish();
    observer.follow((snapshot, change) -> heard.add(change));
    Pod unready = Changes.unready(shop.pod(Clusters.miner().uid()).orElseThrow());

    observer.changed(unready);
    observer.removed(ObservedKind.NODE, "uid-node-node-b2");
    observer.publish();

    assertThat(heard.getLast())
        .isEqualTo(
            new ClusterChange(List.of(unready), Set.of(), List.of(), Set.of("uid-node-node-b2")));
  }

  @Test
  void a_node_that_was_replaced_is_gone_and_there_under_its_name() {
    list(ObservedKind.NODE, shop.nodes());
    observer.publish();
    observer.follow((snapshot, change) -> heard.add(change));
    Node old = shop.node("node-a1").orElseThrow();
    Node successor = withUid(old, "uid-other");

    observer.removed(ObservedKind.NODE, old.ref().uid());
    observer.changed(successor);
    observer.publish();

    assertThat(heard.getLast().nodesGone()).containsExactly(old.ref().uid());
    assertThat(heard.getLast().nodes()).containsExactly(successor);
  }

  @Test
  void what_a_new_list_no_longer_holds_is_told_as_gone() {
    List<Pod> pods = List.copyOf(shop.pods());
    list(ObservedKind.POD, pods);
    observer.publish();
    observer.follow((snapshot, change) -> heard.add(change));

    list(ObservedKind.POD, pods.subList(1, pods.size()));
    observer.publish();

    assertThat(heard.getLast().podsGone()).containsExactly(pods.getFirst().ref().uid());
    assertThat(heard.getLast().pods()).hasSize(pods.size() - 1);
  }

  @Test
  void a_change_of_health_alone_is_heard_with_no_change_of_objects() {
    observer.follow((snapshot, change) -> heard.add(change));

    observer.denied(ObservedKind.JOB, "forbidden");
    observer.publish();

    assertThat(heard).hasSize(2);
    assertThat(heard.getLast().empty()).isTrue();
  }

  @Test
  void a_picture_kept_by_changes_alone_is_the_snapshot() {
    Map<String, Pod> kept = new HashMap<>();
    observer.follow((snapshot, change) -> {
      change.podsGone().forEach(kept::remove);
      change.pods().forEach(pod -> kept.put(pod.ref().uid(), pod));
    });
    List<Pod> pods = List.copyOf(shop.pods());
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Pod pod = pods.get(random.nextInt(pods.size()));
      switch (random.nextInt(4)) {
        case 0 -> observer.removed(ObservedKind.POD, pod.ref().uid());
        case 1 -> observer.changed(Changes.unready(pod));
        case 2 -> observer.publish();
        default -> observer.changed(pod);
      }
    }
    observer.publish();

    assertThat(new HashSet<>(kept.values())).isEqualTo(Set.copyOf(observer.snapshot().pods()));
  }

  @Test
  void a_closed_follower_hears_nothing_more() {
    observer.follow((snapshot, change) -> heard.add(change)).close();

    list(ObservedKind.POD, shop.pods());
    observer.publish();

    assertThat(heard).hasSize(1);
  }

  private void list(ObservedKind kind, Iterable<? extends ClusterObject> objects) {
    observer.listing(kind);
    List<ClusterObject> page = new ArrayList<>();
    objects.forEach(page::add);
    observer.page(kind, page);
    observer.listed(kind, clock.instant());
  }

  private static Node withUid(Node node, String uid) {
    return new Node(
        new NodeRef(node.ref().name(), uid),
        node.unschedulable(),
        node.ready(),
        node.taints(),
        node.labels(),
        node.allocatable(),
        node.system());
  }
}
