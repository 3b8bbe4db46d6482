package org.lazaretto.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;

class BoxWordsTest {
  private static final String MINER = Clusters.miner().uid();

  private static BoxLook look(
      ClusterSnapshot cluster, Dimming dimming, Preview preview, String id) {
    Lens lens = Lens.open(cluster, new LensScope.Suspects(), Set.of(MINER), Set.of());
    return new BoxWords(dimming, preview, Set.of(MINER), NodeNames.of(lens))
        .look(lens.box(id).orElseThrow().vertex());
  }

  private static BoxLook look(ClusterSnapshot cluster, String id) {
    return look(cluster, Dimming.NONE, Preview.NONE, id);
  }

  @Test
  void a_suspect_says_so_by_sign_class_and_word() {
    BoxLook look = look(Clusters.shop().build(), "pod:" + MINER);

    assertThat(look.sign()).isEqualTo("◆");
    assertThat(look.title()).isEqualTo("checkout-1");
    assertThat(look.marks()).isEqualTo("! ✓");
    assertThat(look.classes()).contains("graph-suspect");
    assertThat(look.spoken())
        .isEqualTo(
            "Pod checkout-6f7d-1 in namespace shop: suspect, flagged, evidence captured, Running");
  }

  @Test
  void a_cordoned_node_says_so_in_words() {
    BoxLook look = look(Clusters.cordonedShop().build(), "node:node-a1");

    assertThat(look.detail()).isEqualTo("⊘ cordoned · 10 pods");
    assertThat(look.classes()).contains("graph-cordoned", "graph-tied");
    assertThat(look.spoken()).contains("cordoned", "a suspect among them");
  }

  @Test
  void a_node_in_quarantine_says_so_in_words_and_by_its_border() {
    ClusterSnapshot shop =
        Clusters.shop()
            .node("node-a1", Changes.tainted("lazaretto.org/quarantine", "NoSchedule"))
            .build();
    BoxLook look = look(shop, "node:node-a1");

    assertThat(look.detail()).isEqualTo("quarantined · Ready · 10 pods");
    assertThat(look.classes()).contains("graph-quarantined");
  }

  @Test
  void a_filter_dims_all_but_suspects() {
    Dimming nothing = new Dimming("nothing", _ -> false);
    ClusterSnapshot shop = Clusters.shop().build();

    assertThat(look(shop, nothing, Preview.NONE, "pod:uid-pod-shop-debug").dimmed()).isTrue();
    assertThat(look(shop, nothing, Preview.NONE, "pod:" + MINER).dimmed()).isFalse();
  }

  @Test
  void a_plan_says_what_becomes_of_pods_and_nodes() {
    Preview preview =
        new Preview(Map.of("uid-pod-shop-debug", Preview.Fate.MOVES), Set.of("node-a1"), Map.of());
    ClusterSnapshot shop = Clusters.shop().build();

    BoxLook pod = look(shop, Dimming.NONE, preview, "pod:uid-pod-shop-debug");
    assertThat(pod.classes()).contains("graph-moves");
    assertThat(pod.spoken()).contains("plan: moves away");
    assertThat(look(shop, Dimming.NONE, preview, "node:node-a1").detail())
        .isEqualTo("plan: touched · Ready · 10 pods");
  }

  @Test
  void an_owner_says_its_kind_and_its_pods() {
    BoxLook look = look(Clusters.shop().build(), "owner:uid-deployment-shop-checkout");

    assertThat(look.detail()).isEqualTo("Deployment");
    assertThat(look.spoken())
        .isEqualTo("Deployment checkout with 3 pods here, a suspect among them");
  }

  @Test
  void a_pod_that_leaves_says_so() {
    ClusterSnapshot shop = Clusters.shop().pod("shop/debug", Changes::terminating).build();

    assertThat(look(shop, "pod:uid-pod-shop-debug").spoken()).contains("being deleted");
  }

  @Test
  void hostile_names_are_made_visible() {
    ClusterSnapshot shop =
        Clusters.shop().bare("shop", "web\u202egnp\u200b", Template.of("x"), "node-a1").build();

    assertThat(look(shop, "pod:uid-pod-shop-web\u202egnp\u200b").title())
        .isEqualTo("web\\u202egnp\\u200b");
  }

  @Test
  void nodes_are_called_by_what_tells_them_apart() {
    ClusterBuilder builder = new ClusterBuilder();
    List<String> names =
        List.of("ip-10-0-1-17.eu.internal", "a.x.internal", "a.y.internal", "10.0.0.7");
    for (String name : names) {
      builder.node(name, "z").bare("a", "on-" + name, Template.of("x"), name);
    }
    Lens lens = Lens.open(builder.build(), new LensScope.Namespace("a"), Set.of(), Set.of());

    NodeNames shown = NodeNames.of(lens);

    assertThat(names.stream().map(shown::shown))
        .containsExactly("ip-10-0-1-17", "a.x.internal", "a.y.internal", "10.0.0.7");
  }
}
