package org.lazaretto.graph.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;

class LensTest {
  private static final String MINER = Clusters.miner().uid();
  private static final ClusterSnapshot SHOP = Clusters.shop().build();

  /** What a box says, in short. */
  static String said(Vertex vertex) {
    return switch (vertex) {
      case Vertex.OfOwner(var owner, var pods, var suspect) ->
          owner.kind() + " " + owner.name() + " " + pods + (suspect ? " !" : "");
      case Vertex.OfPod(var pod, var suspect) -> pod.ref().name() + (suspect ? " !" : "");
      case Vertex.OfReplicas(var owner, var pods) -> owner.name() + " x " + pods.size();
      case Vertex.OfNode(var name, var _, var pods, var suspect) ->
          name + " " + pods + (suspect ? " !" : "");
      case Vertex.Rest(var column, var count, var _) -> "rest of " + column + " " + count;
    };
  }

  static List<String> column(Lens lens, LensColumn column) {
    return lens.boxes().stream()
        .map(Box::vertex)
        .filter(vertex -> vertex.column() == column)
        .map(LensTest::said)
        .toList();
  }

  @Test
  void around_a_suspect_stand_its_siblings_and_its_node_with_all_pods() {
    Lens lens = Lens.open(SHOP, new LensScope.Suspects(), Set.of(MINER), Set.of());

    assertThat(column(lens, LensColumn.OWNERS))
        .containsExactly(
            "Deployment checkout 3 !",
            "Deployment cache 1",
            "Deployment web 1",
            "StatefulSet cart 1",
            "Job report 1",
            "Deployment coredns 1",
            "DaemonSet agent 1");
    assertThat(column(lens, LensColumn.PODS))
        .containsExactly(
            "checkout-6f7d-1 !",
            "checkout-6f7d-2",
            "checkout-6f7d-3",
            "cache-6f7d-1",
            "web-6f7d-1",
            "cart-0",
            "report-0",
            "coredns-6f7d-1",
            "agent-node-a1",
            "kube-proxy-node-a1",
            "debug");
    assertThat(column(lens, LensColumn.NODES)).containsExactly("node-a1 10 !", "node-b1 4");
  }

  @Test
  void edges_go_from_owner_to_pod_to_node_and_a_suspects_come_first() {
    Lens lens = Lens.open(SHOP, new LensScope.Suspects(), Set.of(MINER), Set.of());
    String owner = "owner:uid-deployment-shop-checkout";

    assertThat(lens.edges().stream().filter(Edge::suspect))
        .containsExactly(
            new Edge(owner, "pod:" + MINER, true), new Edge("pod:" + MINER, "node:node-a1", true));
    assertThat(lens.edges())
        .contains(
            new Edge(owner, "pod:uid-pod-shop-checkout-6f7d-3", false),
            new Edge("pod:uid-pod-shop-checkout-6f7d-3", "node:node-b1", false));
    assertThat(lens.edges()).noneMatch(edge -> edge.from().equals("owner:uid-node-node-a1"));
    assertThat(lens.edgesLeftOut()).isEmpty();
  }

  @Test
  void a_namespace_shows_its_pods_and_their_nodes_only() {
    Lens lens = Lens.open(SHOP, new LensScope.Namespace("kube-system"), Set.of(), Set.of());

    assertThat(column(lens, LensColumn.OWNERS))
        .containsExactly("Deployment coredns 2", "DaemonSet agent 4");
    assertThat(column(lens, LensColumn.NODES))
        .containsExactly("node-a1 10", "node-a2 2", "node-b1 4", "node-b2 3");
  }

  @Test
  void a_node_shows_what_runs_on_it() {
    Lens lens = Lens.open(SHOP, new LensScope.OnNode("node-b2"), Set.of(), Set.of());

    assertThat(column(lens, LensColumn.PODS))
        .containsExactly("coredns-6f7d-2", "cache-6f7d-2", "agent-node-b2");
    assertThat(column(lens, LensColumn.NODES)).containsExactly("node-b2 3");
  }

  @Test
  void five_clean_replicas_are_one_box_and_a_suspect_among_them_is_not() {
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .deployment("a", "web", Template.of("web"), "n", "n", "n", "n", "n", "n")
            .build();

    Lens lens =
        Lens.open(cluster, new LensScope.Namespace("a"), Set.of("uid-pod-a-web-6f7d-4"), Set.of());

    assertThat(column(lens, LensColumn.PODS)).containsExactly("web-6f7d-4 !", "web x 5");
    assertThat(lens.edges())
        .contains(
            new Edge("owner:uid-deployment-a-web", "replicas:uid-deployment-a-web", false),
            new Edge("replicas:uid-deployment-a-web", "node:n", false));
  }

  @Test
  void replicas_can_be_looked_at_one_by_one() {
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .deployment("a", "web", Template.of("web"), "n", "n", "n", "n", "n")
            .build();
    Lens wide =
        Lens.open(cluster, new LensScope.Namespace("a"), Set.of(), Set.of("uid-deployment-a-web"));

    assertThat(column(wide, LensColumn.PODS)).hasSize(5);
    assertThat(column(wide.next(cluster, Set.of()), LensColumn.PODS)).hasSize(5);
  }

  @Test
  void an_owner_that_is_not_seen_is_shown_as_the_pod_names_it() {
    ClusterSnapshot blind =
        SHOP.without(ObservedKind.DEPLOYMENT, SHOP.uids(ObservedKind.DEPLOYMENT))
            .without(ObservedKind.REPLICA_SET, SHOP.uids(ObservedKind.REPLICA_SET));

    Lens lens = Lens.open(blind, new LensScope.Suspects(), Set.of(MINER), Set.of());

    assertThat(column(lens, LensColumn.OWNERS).getFirst())
        .isEqualTo("ReplicaSet checkout-6f7d 3 !");
  }

  @Test
  void a_node_that_is_not_seen_is_shown_by_its_name() {
    ClusterSnapshot blind = SHOP.without(ObservedKind.NODE, SHOP.uids(ObservedKind.NODE));

    Lens lens = Lens.open(blind, new LensScope.OnNode("node-b2"), Set.of(), Set.of());

    assertThat(lens.box("node:node-b2").map(Box::vertex))
        .hasValueSatisfying(
            vertex -> assertThat(((Vertex.OfNode) vertex).node().map(Node::ready)).isEmpty());
  }

  @Test
  void pods_that_have_ended_are_left_out_unless_they_are_suspects() {
    ClusterSnapshot cluster =
        Clusters.shop()
            .pod("shop/report-0", Changes::finished)
            .pod("shop/checkout-6f7d-1", Changes::finished)
            .build();

    Lens lens = Lens.open(cluster, new LensScope.Suspects(), Set.of(MINER), Set.of());

    assertThat(column(lens, LensColumn.PODS))
        .contains("checkout-6f7d-1 !")
        .doesNotContain("report-0");
  }

  @Test
  void a_pod_without_a_node_stands_without_an_edge_to_one() {
    ClusterSnapshot cluster = Clusters.shop().pod("shop/debug", Changes::pending).build();

    Lens lens = Lens.open(cluster, new LensScope.Namespace("shop"), Set.of(), Set.of());

    assertThat(lens.box("pod:uid-pod-shop-debug")).isPresent();
    assertThat(lens.edges()).noneMatch(edge -> edge.touches("pod:uid-pod-shop-debug"));
  }

  @Test
  void without_suspects_their_scope_is_empty_until_there_is_one() {
    Lens empty = Lens.open(SHOP, new LensScope.Suspects(), Set.of(), Set.of());

    assertThat(empty.boxes()).isEmpty();
    assertThat(empty.height()).isZero();
    assertThat(empty.next(SHOP, Set.of(MINER)).boxes())
        .isEqualTo(Lens.open(SHOP, new LensScope.Suspects(), Set.of(MINER), Set.of()).boxes());
    assertThat(Lens.open(SHOP, new LensScope.Suspects(), Set.of("vanished"), Set.of()).boxes())
        .isEmpty();
    assertThat(Lens.open(SHOP, new LensScope.Namespace("none"), Set.of(), Set.of()).edges())
        .isEmpty();
    assertThat(Lens.open(SHOP, new LensScope.OnNode("none"), Set.of(), Set.of()).boxes()).isEmpty();
  }

  @Test
  void ten_thousand_pods_of_a_namespace_are_three_hundred_boxes_and_the_rest_is_counted() {
    ClusterBuilder builder = new ClusterBuilder();
    IntStream.range(0, 100).forEach(i -> builder.node("node-" + i, "z"));
    for (int i = 0; i < 1_000; i++) {
      int first = i;
      String[] where =
          IntStream.range(0, 10).mapToObj(k -> "node-" + (first + k) % 100).toArray(String[]::new);
      builder.deployment("big", "app-" + i, Template.of("app"), where);
    }
    String suspect = "uid-pod-big-app-999-6f7d-10";

    Lens lens =
        Lens.open(builder.build(), new LensScope.Namespace("big"), Set.of(suspect), Set.of());

    assertThat(lens.boxes()).hasSizeLessThanOrEqualTo(300);
    assertThat(lens.box("pod:" + suspect)).isPresent();
    assertThat(column(lens, LensColumn.OWNERS)).contains("rest of OWNERS 900").hasSize(101);
    assertThat(column(lens, LensColumn.PODS)).contains("rest of PODS 9000");
    assertThat(column(lens, LensColumn.NODES)).contains("rest of NODES 20");
    assertThat(lens.edges()).hasSizeLessThanOrEqualTo(1_500);
  }

  @Test
  void ten_thousand_bare_pods_are_cut_where_the_room_ends() {
    ClusterBuilder builder = new ClusterBuilder().node("n", "z");
    IntStream.range(0, 10_000).forEach(i -> builder.bare("big", "pod-" + i, Template.of("x"), "n"));

    Lens lens =
        Lens.open(
            builder.build(),
            new LensScope.Namespace("big"),
            Set.of("uid-pod-big-pod-9999"),
            Set.of());

    assertThat(lens.boxes()).hasSizeLessThanOrEqualTo(300);
    assertThat(column(lens, LensColumn.PODS).getFirst()).isEqualTo("pod-9999 !");
    assertThat(column(lens, LensColumn.PODS).getLast()).isEqualTo("rest of PODS 9705");
  }

  @Test
  void where_room_is_short_two_replicas_are_one_box() {
    ClusterBuilder builder = new ClusterBuilder().node("n", "z");
    for (int i = 0; i < 90; i++) {
      builder.deployment("a", "app-" + i, Template.of("x"), "n", "n", "n");
    }

    Lens lens = Lens.open(builder.build(), new LensScope.Namespace("a"), Set.of(), Set.of());

    assertThat(column(lens, LensColumn.PODS)).hasSize(90).contains("app-7 x 3");
  }

  @Test
  void hostile_names_stay_apart() {
    String longest = "x".repeat(253);
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .bare("a", longest, Template.of("a"), "n")
            .bare("a", "web\u202egnp", Template.of("a"), "n")
            .bare("a", "web\u200b", Template.of("a"), "n")
            .bare("a", "web", Template.of("a"), "n")
            .build();

    Lens lens = Lens.open(cluster, new LensScope.Namespace("a"), Set.of(), Set.of());

    assertThat(column(lens, LensColumn.PODS))
        .containsExactlyInAnyOrder(longest, "web\u202egnp", "web\u200b", "web");
  }
}
