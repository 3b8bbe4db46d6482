package org.lazaretto.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.fx.Failure;

class GraphViewModelTest {
  private static final ClusterSnapshot SHOP = Clusters.shop().build();
  private static final Set<String> MINER = Set.of(Clusters.miner().uid());

  private final HeldWork workers = HeldWork.waitingWork();
  private final List<Failure> failures = new ArrayList<>();
  private final GraphViewModel model = new GraphViewModel(workers.background(), failures::add);

  private static Seen seen(ClusterSnapshot snapshot, Set<String> suspects) {
    return new Seen(snapshot, suspects, Set.of(), Dimming.NONE, Preview.NONE);
  }

  private void show(ClusterSnapshot snapshot, Set<String> suspects) {
    model.show(seen(snapshot, suspects));
  }

  private Lens lens() {
    workers.work();
    return picture().lens();
  }

  private Picture picture() {
    return model.pictureProperty().get().orElseThrow();
  }

  private void watched() {
    model.watch(true);
    show(SHOP, MINER);
  }

  private double top(String id) {
    return lens().box(id).map(Box::top).orElseThrow();
  }

  @Test
  void nothing_is_made_while_nobody_looks() {
    show(SHOP, MINER);
    assertThat(workers.waiting()).isZero();

    model.watch(true);
    assertThat(lens().boxes()).isNotEmpty();

    model.watch(false);
    show(Clusters.shop().build(), MINER);
    assertThat(workers.waiting()).isZero();
  }

  @Test
  void the_same_picture_is_not_made_twice() {
    watched();
    workers.work();

    show(SHOP, MINER);

    assertThat(workers.waiting()).isZero();
  }

  @Test
  void a_change_keeps_places_and_the_arrangement() {
    watched();
    double before = top("pod:uid-pod-shop-checkout-6f7d-3");
    Picture.Wish wish = picture().wish();

    show(SHOP.without(ObservedKind.POD, List.of("uid-pod-shop-checkout-6f7d-2")), MINER);

    assertThat(top("pod:uid-pod-shop-checkout-6f7d-3")).isEqualTo(before);
    assertThat(picture().wish()).isEqualTo(wish);
  }

  @Test
  void compacting_arranges_anew() {
    watched();
    double before = top("pod:uid-pod-shop-checkout-6f7d-3");
    show(SHOP.without(ObservedKind.POD, List.of("uid-pod-shop-checkout-6f7d-2")), MINER);
    workers.work();

    model.compact();

    assertThat(top("pod:uid-pod-shop-checkout-6f7d-3")).isLessThan(before);
  }

  @Test
  void another_scope_is_shown_and_the_same_is_not_arranged_anew() {
    watched();
    model.choose(new LensScope.OnNode("node-b2"));
    assertThat(lens().boxes()).hasSize(7);

    int number = model.wishProperty().get().number();
    model.choose(new LensScope.OnNode("node-b2"));
    assertThat(model.wishProperty().get().number()).isEqualTo(number);
  }

  @Test
  void changes_that_come_while_one_is_made_do_not_lose_the_scope_that_was_chosen() {
    watched();
    model.choose(new LensScope.Namespace("kube-system"));
    for (int i = 0; i < 10; i++) {
      show(Clusters.shop().node("node-a1", Changes::cordoned).build(), MINER);
    }

    assertThat(lens().scope()).isEqualTo(new LensScope.Namespace("kube-system"));
  }

  @Test
  void suspects_namespaces_and_nodes_can_be_chosen() {
    assertThat(model.scopes(List.of())).containsExactly(new LensScope.Suspects());
    watched();
    workers.work();

    assertThat(model.scopes(List.of("node-b1")))
        .containsExactly(
            new LensScope.Suspects(),
            new LensScope.Namespace("kube-system"),
            new LensScope.Namespace("shop"),
            new LensScope.OnNode("node-b1"),
            new LensScope.OnNode("node-a1"),
            new LensScope.OnNode("node-a2"),
            new LensScope.OnNode("node-b2"));
  }

  @Test
  void without_a_suspect_the_largest_namespace_is_where_to_begin() {
    model.watch(true);
    show(SHOP, Set.of());

    assertThat(lens().boxes()).isEmpty();
    assertThat(picture().choices().largest()).contains("shop");
  }

  @Test
  void what_answers_a_wish_of_before_is_not_shown() {
    watched();
    model.choose(new LensScope.OnNode("node-b2"));
    workers.next();
    assertThat(model.pictureProperty().get()).isEmpty();

    assertThat(lens().scope()).isEqualTo(new LensScope.OnNode("node-b2"));
  }

  @Test
  void of_many_changes_while_one_is_made_only_the_last_is_made() {
    watched();
    for (int i = 0; i < 10; i++) {
      show(Clusters.shop().build(), MINER);
    }
    ClusterSnapshot last = Clusters.cordonedShop().build();
    show(last, MINER);

    assertThat(workers.work()).isEqualTo(2);
    assertThat(picture().seen().snapshot()).isEqualTo(last);
  }

  @Test
  void what_is_done_when_nobody_looks_any_more_is_not_shown_and_nothing_follows() {
    watched();
    show(Clusters.shop().build(), MINER);
    model.watch(false);

    assertThat(workers.work()).isEqualTo(1);
    assertThat(model.pictureProperty().get()).isEmpty();

    model.watch(true);
    assertThat(lens().boxes()).isNotEmpty();
  }

  @Test
  void what_is_done_after_the_page_was_closed_is_not_shown() {
    watched();
    model.close();
    show(Clusters.shop().build(), MINER);

    workers.work();
    assertThat(model.pictureProperty().get()).isEmpty();
  }

  @Test
  void who_looks_again_at_the_same_waits_for_nothing() {
    watched();
    Lens before = lens();
    model.watch(false);
    model.watch(true);

    assertThat(workers.waiting()).isZero();
    assertThat(lens()).isSameAs(before);
  }

  @Test
  void another_light_keeps_the_lens_and_says_anew_what_it_dims() {
    watched();
    Lens before = lens();
    String pod = "pod:uid-pod-shop-checkout-6f7d-3";
    assertThat(picture().looks())
        .hasEntrySatisfying(pod, look -> assertThat(look.dimmed()).isFalse());

    Dimming dark = new Dimming("nothing", _ -> false);
    model.show(new Seen(SHOP, MINER, Set.of(), dark, Preview.NONE));

    assertThat(lens()).isSameAs(before);
    assertThat(picture().looks())
        .hasEntrySatisfying(pod, look -> assertThat(look.dimmed()).isTrue());
  }

  @Test
  void each_box_has_the_words_that_its_pod_owner_or_node_has() {
    watched();
    BoxWords words = new BoxWords(Dimming.NONE, Preview.NONE, Set.of(), NodeNames.of(lens()));

    assertThat(lens().boxes())
        .allSatisfy(
            box -> assertThat(picture().looks()).containsEntry(box.id(), words.look(box.vertex())));
  }

  @Test
  void replicas_are_told_one_by_one_and_together_again() {
    ClusterSnapshot large = Clusters.large(4, 40);
    model.watch(true);
    show(large, Set.of());
    model.choose(new LensScope.Namespace("team-0"));
    int folded = lens().boxes().size();
    var owner = large.workloads(ObservedKind.DEPLOYMENT).getFirst().object();

    model.expand(owner, true);
    assertThat(lens().boxes()).hasSize(folded + 9);
    model.expand(owner, false);
    assertThat(lens().boxes()).hasSize(folded);
    assertThat(failures).isEmpty();
  }
}
