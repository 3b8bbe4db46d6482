package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.NodeSystem;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodShape;

class SearchTest {
  private static final Search SHOP = Search.of(Clusters.shop().build());

  private static Results find(Search search, String typed) {
    return search.find(Query.parse(typed), 50);
  }

  private static List<String> names(Results results) {
    return results.hits().stream()
        .map(hit ->
            switch (hit) {
              case Hit.OfPod(var pod, var _) -> pod.ref().name();
              case Hit.OfNode(var node, var _) -> node.ref().name();
            })
        .toList();
  }

  private static List<String> found(String typed) {
    return names(find(SHOP, typed));
  }

  @Test
  void a_name_is_found_from_its_first_letters_on() {
    assertThat(found("check"))
        .containsExactly("checkout-6f7d-1", "checkout-6f7d-2", "checkout-6f7d-3");
  }

  @Test
  void upper_case_finds_what_lower_case_finds() {
    assertThat(found("CheckOut")).isEqualTo(found("checkout"));
  }

  @Test
  void several_terms_must_all_match() {
    assertThat(found("checkout node:node-b1")).containsExactly("checkout-6f7d-3");
    assertThat(found("checkout nothing-of-the-kind")).isEmpty();
  }

  @Test
  void a_namespace_is_found_by_its_prefix() {
    assertThat(found("ns:kube-system coredns")).containsExactly("coredns-6f7d-1", "coredns-6f7d-2");
    assertThat(find(SHOP, "ns:shop").hits())
        .allSatisfy(hit -> {
          assertThat(hit).isInstanceOf(Hit.OfPod.class);
          assertThat(hit.matches()).containsExactly(new Hit.Match(Field.NAMESPACE, "shop"));
        });
  }

  @Test
  void a_label_is_found_by_key_and_value() {
    assertThat(found("label:app=web")).containsExactly("web-6f7d-1", "web-6f7d-2", "web-6f7d-3");
    assertThat(found("app=web")).isEqualTo(found("label:app=web"));
    assertThat(found("label:kubernetes.io/hostname=node-a1")).containsExactly("node-a1");
  }

  @Test
  void an_owner_is_found_through_its_replica_set() {
    assertThat(found("owner:Deployment/cache")).containsExactly("cache-6f7d-1", "cache-6f7d-2");
    assertThat(found("owner:Job/report")).containsExactly("report-0");
  }

  @Test
  void a_node_is_found_before_the_pods_on_it() {
    assertThat(found("node-b2").getFirst()).isEqualTo("node-b2");
    assertThat(found("node:node-b2")).contains("node-b2", "agent-node-b2", "coredns-6f7d-2");
  }

  @Test
  void namespace_and_name_with_a_slash_are_found_as_they_are_copied() {
    assertThat(found("shop/debug")).containsExactly("debug");
    assertThat(find(SHOP, "shop/debug").hits().getFirst().matches())
        .containsExactly(new Hit.Match(Field.NAME, "debug"));
    assertThat(found("kube-system/debug")).isEmpty();
  }

  @Test
  void an_address_is_found_and_the_whole_one_comes_first() {
    String ip = pod("shop", "debug").status().podIp();

    assertThat(names(find(SHOP, "ip:" + ip)).getFirst()).isEqualTo("debug");
  }

  private static Pod pod(String namespace, String name) {
    return Clusters.shop().build().pod(namespace, name).orElseThrow();
  }

  @Test
  void a_uid_from_an_audit_log_is_found() {
    assertThat(found("id:" + Clusters.miner().uid())).containsExactly("checkout-6f7d-1");
  }

  @Test
  void a_digest_image_and_service_account_are_found() {
    ClusterSnapshot cluster =
        new ClusterBuilder()
            .node("n", "z")
            .bare("a", "one", Template.image("r.example/team/app:1@sha256:4be19f"), "n")
            .bare("a", "two", Template.image("r.example/team/other:2"), "n")
            .pod("a/two", SearchTest::asAccountPayments)
            .build();
    Search search = Search.of(cluster);

    assertThat(names(find(search, "digest:4be1"))).containsExactly("one");
    assertThat(names(find(search, "sha256:4be19f"))).containsExactly("one");
    assertThat(names(find(search, "image:team/other"))).containsExactly("two");
    assertThat(names(find(search, "digest:team"))).isEmpty();
    assertThat(names(find(search, "sa:payments"))).containsExactly("two");
    assertThat(names(find(search, "sa:a/payments"))).containsExactly("two");
  }

  private static Pod asAccountPayments(Pod pod) {
    PodShape old = pod.shape();
    PodShape shape =
        new PodShape(
            "payments", old.images(), old.host(), old.volumes(), old.placement(), old.grace());
    return new Pod(
        pod.ref(), pod.node(), pod.status(), shape, pod.controller(), pod.labels(), false);
  }

  @Test
  void a_cloud_instance_is_found_with_the_pods_on_it() {
    NodeSystem system =
        new NodeSystem("aws:///eu-central-1a/i-0abc123", "", "", "linux", "amd64", "10.0.1.17");
    Node node =
        new Node(
            new NodeRef("n", "uid-node-n"),
            false,
            true,
            List.of(),
            Map.of(),
            Capacity.NONE,
            system);
    Search search =
        Search.of(new ClusterBuilder().add(node).bare("a", "one", Template.of("one"), "n").build());

    assertThat(names(find(search, "i-0abc123"))).containsExactly("n", "one");
    assertThat(names(find(search, "id:i-0ABC"))).containsExactly("n", "one");
    assertThat(names(find(search, "ip:10.0.1.17"))).containsExactly("n");
  }

  @Test
  void the_whole_name_comes_before_its_begin_and_both_before_its_middle() {
    Search search =
        Search.of(
            new ClusterBuilder()
                .node("n", "z")
                .bare("a", "xweb", Template.of("a"), "n")
                .bare("a", "my-web", Template.of("b"), "n")
                .bare("a", "web-1", Template.of("c"), "n")
                .bare("b", "web", Template.of("d"), "n")
                .build());

    assertThat(names(find(search, "name:web"))).containsExactly("web", "web-1", "my-web", "xweb");
  }

  @Test
  void hits_beyond_the_limit_are_counted() {
    Search large = Search.of(Clusters.large(20, 1_000));

    Results results = large.find(Query.parse("app"), 10);

    assertThat(results.hits()).hasSize(10);
    assertThat(results.total()).isEqualTo(1_000);
    assertThat(large.podsMatching(Query.parse("ns:team-0"))).hasSize(200);
  }

  @Test
  void looking_for_nothing_finds_nothing() {
    assertThat(SHOP.find(Query.NOTHING, 10)).isEqualTo(Results.NONE);
    assertThat(SHOP.podsMatching(Query.NOTHING)).isEmpty();
    assertThat(SHOP.find(Query.parse("web"), 0).hits()).isEmpty();
    assertThat(Search.of(ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW)))
        .satisfies(empty -> assertThat(empty.find(Query.parse("web"), 5).total()).isZero());
  }

  @Test
  void hostile_names_are_found_and_break_nothing() {
    String longest = "x".repeat(252) + "y";
    Search search =
        Search.of(
            new ClusterBuilder()
                .node("n", "z")
                .bare("a", longest, Template.of("a"), "n")
                .bare("a", "web\u202egnp\u200b", Template.of("b"), "n")
                .bare("a", "line\nbreak", Template.of("c"), "n")
                .bare("a", "", Template.of("d"), "n")
                .bare("a", "İstanbul", Template.of("e"), "n")
                .build());

    assertThat(names(find(search, longest))).containsExactly(longest);
    assertThat(names(find(search, "name:web\u202e"))).containsExactly("web\u202egnp\u200b");
    assertThat(names(find(search, "break"))).containsExactly("line\nbreak");
    assertThat(names(find(search, "name:stanbul"))).containsExactly("İstanbul");
    assertThat(find(search, "ns:a").total()).isEqualTo(5);
  }

  @Test
  void each_term_says_where_it_was_found() {
    assertThat(find(SHOP, "checkout-6f7d-1 ns:sho").hits().getFirst())
        .isEqualTo(
            new Hit.OfPod(
                pod("shop", "checkout-6f7d-1"),
                List.of(
                    new Hit.Match(Field.NAME, "checkout-6f7d-1"),
                    new Hit.Match(Field.NAMESPACE, "shop"))));
  }

  @Test
  void a_pod_without_node_or_owner_is_found() {
    Search search =
        Search.of(
            Clusters.shop().pod("shop/debug", org.lazaretto.fixture.Changes::pending).build());

    assertThat(names(find(search, "debug"))).containsExactly("debug");
    assertThat(
            find(search, "debug").hits().stream()
                .map(hit -> ((Hit.OfPod) hit).pod().node())
                .toList())
        .containsExactly(Optional.empty());
  }
}
