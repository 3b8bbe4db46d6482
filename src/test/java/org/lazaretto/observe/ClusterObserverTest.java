package org.lazaretto.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.NamespaceEntry;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

class ClusterObserverTest {
  private static final Duration BOUND = Duration.ofSeconds(90);

  private final ClusterSnapshot shop = Clusters.shop().build();
  private final HandClock clock = new HandClock();
  private final ClusterObserver observer = new ClusterObserver(Clusters.IDENTITY, clock, BOUND);

  @Test
  void nothing_is_seen_before_it_is_published() {
    list(ObservedKind.POD, shop.pods());

    assertThat(observer.snapshot().podCount()).isZero();
    observer.publish();
    assertThat(observer.snapshot().podCount()).isEqualTo(shop.podCount());
    assertThat(observer.snapshot().health(ObservedKind.POD))
        .isEqualTo(new KindHealth.Synced(clock.instant()));
    assertThat(observer.snapshot().health(ObservedKind.NODE))
        .isInstanceOf(KindHealth.Loading.class);
  }

  @Test
  void pages_are_seen_before_their_list_is_complete() {
    observer.listing(ObservedKind.POD);
    observer.page(ObservedKind.POD, List.copyOf(shop.pods()));
    observer.publish();

    assertThat(observer.snapshot().podCount()).isEqualTo(shop.podCount());
    assertThat(observer.snapshot().health(ObservedKind.POD)).isInstanceOf(KindHealth.Loading.class);
  }

  @Test
  void only_the_last_state_of_an_object_counts() {
    Node node = shop.node("node-a1").orElseThrow();
    observer.changed(node.withUnschedulable(true));
    observer.changed(node);
    observer.changed(node.withUnschedulable(true));
    Pod pod = shop.pods().iterator().next();
    observer.changed(pod);
    observer.removed(ObservedKind.POD, pod.ref().uid());
    observer.publish();

    assertThat(observer.snapshot().node("node-a1")).contains(node.withUnschedulable(true));
    assertThat(observer.snapshot().podCount()).isZero();
  }

  @Test
  void publishing_without_a_change_gives_the_same_snapshot() {
    list(ObservedKind.NODE, shop.nodes());
    observer.publish();
    ClusterSnapshot before = observer.snapshot();
    List<ClusterSnapshot> heard = new ArrayList<>();
    observer.listen(heard::add);

    observer.publish();

    assertThat(observer.snapshot()).isSameAs(before);
    assertThat(heard).isEmpty();
  }

  @Test
  void a_new_list_removes_what_it_does_not_hold() {
    List<Pod> pods = List.copyOf(shop.pods());
    list(ObservedKind.POD, pods);
    observer.publish();

    list(ObservedKind.POD, pods.subList(1, pods.size()));
    observer.publish();

    assertThat(observer.snapshot().pod(pods.getFirst().ref().uid())).isEmpty();
    assertThat(observer.snapshot().podCount()).isEqualTo(pods.size() - 1);
  }

  @Test
  void what_is_added_after_a_list_is_not_removed_by_it() {
    List<Pod> pods = List.copyOf(shop.pods());
    list(ObservedKind.POD, pods.subList(1, pods.size()));
    observer.changed(pods.getFirst());
    observer.publish();

    assertThat(observer.snapshot().podCount()).isEqualTo(pods.size());
  }

  @Test
  void a_list_that_was_not_completed_removes_nothing() {
    List<Pod> pods = List.copyOf(shop.pods());
    list(ObservedKind.POD, pods);
    observer.publish();

    observer.listing(ObservedKind.POD);
    observer.page(ObservedKind.POD, List.copyOf(pods.subList(0, 1)));
    observer.lost(ObservedKind.POD, "connection refused");
    observer.publish();

    assertThat(observer.snapshot().podCount()).isEqualTo(pods.size());
  }

  @Test
  void every_kind_can_be_removed() {
    NamespaceEntry namespace = new NamespaceEntry(ObservedKind.NAMESPACE.ref("", "shop", "u-shop"));
    observer.changed(namespace);
    list(ObservedKind.NODE, shop.nodes());
    observer.publish();
    assertThat(observer.snapshot().namespaces()).containsExactly(namespace);

    list(ObservedKind.NAMESPACE, List.of());
    list(ObservedKind.NODE, List.of());
    observer.publish();

    assertThat(observer.snapshot().namespaces()).isEmpty();
    assertThat(observer.snapshot().nodes()).isEmpty();
  }

  @Test
  void a_node_that_was_replaced_under_its_name_stays() {
    Node old = shop.node("node-a1").orElseThrow();
    list(ObservedKind.NODE, List.of(old));
    observer.publish();
    Node successor =
        new Node(
            new NodeRef("node-a1", "u-new"),
            false,
            true,
            List.of(),
            old.labels(),
            old.allocatable(),
            old.system());

    observer.changed(successor);
    observer.removed(ObservedKind.NODE, old.ref().uid());
    observer.publish();

    assertThat(observer.snapshot().nodes()).containsExactly(successor);
  }

  @Test
  void a_kind_that_falls_silent_is_stale_since_it_was_last_heard() {
    Instant heard = clock.instant();
    list(ObservedKind.POD, shop.pods());
    observer.publish();
    clock.pass(BOUND);
    observer.publish();
    assertThat(observer.snapshot().health(ObservedKind.POD))
        .isEqualTo(new KindHealth.Synced(heard));

    clock.pass(Duration.ofSeconds(1));
    observer.publish();

    assertThat(observer.snapshot().health(ObservedKind.POD))
        .isEqualTo(new KindHealth.Stale(heard, "nothing was heard for more than 90 s"));
    assertThat(observer.snapshot().asOf()).isEqualTo(clock.instant());
  }

  @Test
  void each_kind_has_its_own_clock() {
    list(ObservedKind.POD, shop.pods());
    list(ObservedKind.NODE, shop.nodes());
    clock.pass(Duration.ofSeconds(80));
    observer.alive(ObservedKind.NODE, clock.instant());
    clock.pass(Duration.ofSeconds(20));
    observer.publish();

    assertThat(observer.snapshot().health(ObservedKind.POD)).isInstanceOf(KindHealth.Stale.class);
    assertThat(observer.snapshot().health(ObservedKind.NODE)).isInstanceOf(KindHealth.Synced.class);
  }

  @Test
  void a_lost_connection_is_stale_at_once_and_synced_when_it_is_back() {
    Instant heard = clock.instant();
    list(ObservedKind.POD, shop.pods());
    clock.pass(Duration.ofSeconds(5));
    observer.lost(ObservedKind.POD, "connection refused");
    observer.publish();
    assertThat(observer.snapshot().health(ObservedKind.POD))
        .isEqualTo(new KindHealth.Stale(heard, "connection refused"));

    clock.pass(Duration.ofSeconds(5));
    observer.alive(ObservedKind.POD, clock.instant());
    observer.publish();
    assertThat(observer.snapshot().health(ObservedKind.POD))
        .isEqualTo(new KindHealth.Synced(clock.instant()));
  }

  @Test
  void a_kind_that_may_not_be_listed_is_named_and_the_rest_is_synced() throws Exception {
    for (ObservedKind kind : ObservedKind.values()) {
      if (kind == ObservedKind.JOB) {
        observer.denied(kind, "not allowed (403)");
      } else {
        list(kind, List.of());
      }
    }
    observer.publish();

    SyncState state = observer.awaitSynced(Duration.ofSeconds(10));
    assertThat(state.settled()).isTrue();
    assertThat(state.gaps()).containsExactly("jobs may not be seen: not allowed (403)");
  }

  @Test
  void waiting_ends_when_the_patience_does_and_says_what_is_missing() throws Exception {
    observer.lost(ObservedKind.NODE, "connection refused");
    observer.publish();

    SyncState state = observer.awaitSynced(Duration.ofMillis(10));

    assertThat(state.settled()).isFalse();
    assertThat(state.gaps())
        .contains("pods are still being read")
        .contains("nodes are not up to date since " + Clusters.NOW + ": connection refused");
  }

  @Test
  void who_waits_is_told_when_the_last_kind_is_there() throws Exception {
    CompletableFuture<SyncState> waiting =
        CompletableFuture.supplyAsync(() -> {
          try {
            return observer.awaitSynced(Duration.ofSeconds(20));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    for (ObservedKind kind : ObservedKind.values()) {
      list(kind, List.of());
      observer.publish();
    }

    assertThat(waiting.get(20, TimeUnit.SECONDS).settled()).isTrue();
  }

  @Test
  void a_listener_hears_each_snapshot_until_it_is_closed() {
    List<ClusterSnapshot> heard = new ArrayList<>();
    Subscription subscription = observer.listen(heard::add);
    list(ObservedKind.NODE, shop.nodes());
    observer.publish();
    subscription.close();
    list(ObservedKind.POD, shop.pods());
    observer.publish();

    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().nodes()).hasSameSizeAs(shop.nodes());
  }

  private void list(
      ObservedKind kind,
      java.util.Collection<? extends org.lazaretto.model.ClusterObject> objects) {
    observer.listing(kind);
    observer.page(kind, List.copyOf(objects));
    observer.listed(kind, clock.instant());
  }
}
