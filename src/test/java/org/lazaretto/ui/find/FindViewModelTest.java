package org.lazaretto.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lazaretto.find.Filter;
import org.lazaretto.find.Flag;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.Pivot;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.fx.Failure;

class FindViewModelTest {
  private static final ClusterSnapshot SHOP = Clusters.shop().build();
  private static final PodRef MINER = Clusters.miner();
  private static final PodRef WEB = pod("web-6f7d-3").ref();

  private final HeldWork workers = HeldWork.waitingWork();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final List<Failure> failures = new ArrayList<>();
  private final FindViewModel model =
      new FindViewModel(filter, workers.background(), failures::add);

  private static Pod pod(String name) {
    return SHOP.pod("shop", name).orElseThrow();
  }

  private FindLines lines() {
    return model.linesProperty().get();
  }

  private void show(ClusterSnapshot snapshot, PodRef... suspects) {
    model.show(snapshot, List.of(suspects), Optional.empty());
    workers.work();
  }

  private Pivot pivot(Pivot.Kind kind) {
    return lines().pivots().stream()
        .map(FindLines.Same::pivot)
        .filter(pivot -> pivot.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private boolean lit(Pod pod) {
    return model.lightProperty().get().lit().test(pod);
  }

  @Test
  void before_the_first_count_it_says_that_it_counts_and_knows_the_suspects() {
    model.show(SHOP, List.of(MINER), Optional.empty());

    assertThat(lines().loading()).isTrue();
    assertThat(lines().suspects()).containsExactly(new FindLines.Suspect(MINER, false, false));
  }

  @Test
  void suspects_flags_pivots_and_namespaces_are_told() {
    show(SHOP, MINER);

    assertThat(lines().loading()).isFalse();
    assertThat(lines().flagged()).isEqualTo(3);
    assertThat(lines().flags())
        .containsExactly(
            new FindLines.Flagged(Flag.STATIC, 1, false),
            new FindLines.Flagged(Flag.OWNERLESS, 1, false),
            new FindLines.Flagged(Flag.RESTARTS, 1, false));
    assertThat(lines().pivots()).hasSize(5);
    assertThat(lines().namespaces())
        .containsExactly(
            new FindLines.Namespace("kube-system", 7, true),
            new FindLines.Namespace("shop", 12, true));
    assertThat(model.lightProperty().get()).isEqualTo(Dimming.NONE);
  }

  @Test
  void a_flag_narrows_the_light_and_a_second_click_opens_it_again() {
    show(SHOP, MINER);

    model.toggle(Flag.OWNERLESS);

    assertThat(lit(pod("debug"))).isTrue();
    assertThat(lit(pod("web-6f7d-1"))).isFalse();
    assertThat(lit(pod("checkout-6f7d-1"))).as("the suspect").isTrue();
    assertThat(model.lightProperty().get().reason()).isEqualTo("no owner");
    assertThat(lines().flags()).anyMatch(FindLines.Flagged::active);

    model.toggle(Flag.OWNERLESS);
    assertThat(model.lightProperty().get()).isEqualTo(Dimming.NONE);
  }

  @Test
  void a_flag_that_nobody_has_any_more_can_still_be_switched_off() {
    show(SHOP);
    model.toggle(Flag.OWNERLESS);

    show(SHOP.without(ObservedKind.POD, List.of("uid-pod-shop-debug")));

    assertThat(lines().flags()).contains(new FindLines.Flagged(Flag.OWNERLESS, 0, true));
  }

  @Test
  void a_pivot_narrows_the_light_and_follows_the_cluster() {
    show(SHOP, MINER);
    model.toggle(pivot(Pivot.Kind.OWNER));
    assertThat(lit(pod("checkout-6f7d-3"))).isTrue();
    assertThat(lit(pod("web-6f7d-1"))).isFalse();

    show(SHOP, MINER, WEB);

    assertThat(lit(pod("web-6f7d-1"))).isTrue();
    assertThat(model.lightProperty().get().reason()).isEqualTo("same owner as the suspects");
  }

  @Test
  void a_pivot_that_a_change_has_not_touched_need_not_be_compared_again() {
    show(SHOP, MINER);
    Pivot before = pivot(Pivot.Kind.SERVICE_ACCOUNT);

    show(Clusters.cordonedShop().build(), MINER);

    assertThat(pivot(Pivot.Kind.SERVICE_ACCOUNT)).isSameAs(before);
  }

  @Test
  void a_pivot_of_nobody_ends_by_itself() {
    show(SHOP, MINER);
    model.toggle(pivot(Pivot.Kind.NODE));

    show(SHOP);

    assertThat(filter.get()).isEqualTo(Filter.ALL);
    assertThat(lines().pivots()).isEmpty();
  }

  @Test
  void the_likes_of_one_pod_need_no_suspect_follow_the_cluster_and_outlive_the_pod() {
    show(SHOP);
    Pivot nobody = new Pivot(Pivot.Kind.OWNER, Set.of("Deployment web"), Set.of(WEB.uid()));
    filter.set(Filter.ALL.with(new Narrowing.ToPivot(nobody, Optional.of(WEB))));
    ClusterSnapshot without = SHOP.without(ObservedKind.POD, List.of("uid-pod-shop-web-6f7d-1"));

    show(without);
    assertThat(lit(pod("web-6f7d-2"))).isTrue();
    assertThat(lit(pod("checkout-6f7d-1"))).isFalse();
    assertThat(lines().pivots()).isEmpty();
    assertThat(model.lightProperty().get().reason()).isEqualTo("same owner as web-6f7d-3");

    show(without.without(ObservedKind.POD, List.of(WEB.uid())));
    assertThat(lit(pod("web-6f7d-2"))).isTrue();
  }

  @Test
  void a_pivot_of_the_left_pane_is_not_taken_for_one_of_a_pod() {
    show(SHOP, MINER);
    Pivot pivot = pivot(Pivot.Kind.OWNER);

    filter.set(Filter.ALL.with(new Narrowing.ToPivot(pivot, Optional.of(MINER))));
    assertThat(lines().pivots()).noneMatch(FindLines.Same::active);

    model.toggle(pivot);
    assertThat(lines().pivots()).anyMatch(FindLines.Same::active);
    assertThat(model.lightProperty().get().reason()).isEqualTo("same owner as the suspects");
  }

  @Test
  void the_suspect_that_is_looked_at_has_the_pivots_for_itself() {
    show(SHOP, MINER, WEB);
    assertThat(pivot(Pivot.Kind.OWNER).pods()).hasSize(6);

    model.show(SHOP, List.of(MINER, WEB), Optional.of(MINER.uid()));
    workers.work();

    assertThat(pivot(Pivot.Kind.OWNER).pods()).hasSize(3);
    assertThat(lines().suspects().getFirst().selected()).isTrue();
  }

  @Test
  void a_namespace_is_dimmed_and_shown_again() {
    show(SHOP);

    model.show("kube-system", false);

    assertThat(lines().namespaces()).contains(new FindLines.Namespace("kube-system", 7, false));
    assertThat(model.lightProperty().get().reason()).isEqualTo("1 namespace dimmed");
    model.clear();
    assertThat(model.lightProperty().get()).isEqualTo(Dimming.NONE);
  }

  @Test
  void a_suspect_that_has_gone_stays_and_says_so() {
    show(SHOP.without(ObservedKind.POD, List.of(MINER.uid())), MINER);

    assertThat(lines().suspects()).containsExactly(new FindLines.Suspect(MINER, true, false));
  }

  @Test
  void an_unchanged_light_is_not_lit_anew() {
    show(SHOP, MINER);
    model.toggle(Flag.OWNERLESS);
    Dimming before = model.lightProperty().get();

    show(Clusters.shop().pod("shop/debug", Changes::unready).build(), MINER);

    assertThat(model.lightProperty().get()).isSameAs(before);
  }

  @Test
  void while_one_count_is_under_way_only_the_last_of_many_follows() {
    for (int i = 0; i < 50; i++) {
      model.show(Clusters.shop().build(), List.of(), Optional.empty());
    }

    assertThat(workers.waiting()).isEqualTo(1);
    assertThat(workers.work()).isEqualTo(2);
  }

  @Test
  void a_large_cluster_is_counted_by_the_second_and_its_suspects_at_once() {
    ClusterSnapshot large = Clusters.large(10, 5_010);
    show(large);
    ClusterSnapshot later = large.with(List.of());

    show(later);
    assertThat(workers.work()).isZero();
    model.show(later, List.of(), Optional.empty());
    assertThat(workers.waiting()).isZero();

    model.tick();
    assertThat(workers.work()).isEqualTo(1);
    model.tick();
    assertThat(workers.work()).isZero();

    PodRef suspect = large.pods().iterator().next().ref();
    model.show(later, List.of(suspect), Optional.empty());
    assertThat(workers.work()).isEqualTo(1);
  }

  @Test
  void the_light_of_a_large_cluster_is_made_in_the_background_and_only_the_newest_is_lit() {
    ClusterSnapshot large = Clusters.large(10, 5_010);
    show(large);
    Pod pod = large.pods().iterator().next();

    model.toggleFlagged();
    assertThat(model.lightProperty().get()).isEqualTo(Dimming.NONE);
    model.toggle(Flag.OWNERLESS);
    workers.work();

    assertThat(model.lightProperty().get().reason()).isEqualTo("no owner, flagged only");
    assertThat(large.pods()).allMatch(each -> lit(each) == filter.get().shows(each, false));
    assertThat(lit(pod("debug"))).as("a pod that came since").isTrue();

    model.show(large, List.of(pod.ref()), Optional.empty());
    workers.work();
    assertThat(lit(pod)).as("a suspect").isTrue();
  }

  @Test
  void a_large_cluster_whose_filter_is_taken_off_is_lit_at_once_and_stays_so() {
    show(Clusters.large(10, 5_010));

    model.toggleFlagged();
    model.clear();
    workers.work();

    assertThat(model.lightProperty().get()).isEqualTo(Dimming.NONE);
  }

  @Test
  void next_flagged_goes_on_from_what_is_looked_at() {
    assertThat(model.nextFlagged()).isEmpty();
    show(SHOP);

    assertThat(model.nextFlagged().map(PodRef::name)).contains("kube-proxy-node-a1");
    model.show(SHOP, List.of(), model.nextFlagged().map(PodRef::uid));
    assertThat(model.nextFlagged().map(PodRef::name)).contains("debug");
  }

  @Test
  void another_page_may_filter_as_well() {
    show(SHOP);

    filter.set(Filter.ALL.withFlaggedOnly(true).with(new Narrowing.ToSuspects()));

    assertThat(lit(pod("debug"))).isFalse();
    assertThat(model.lightProperty().get().reason()).isEqualTo("suspects only, flagged only");
  }

  @Test
  void a_closed_model_hears_no_more() {
    model.show(SHOP, List.of(), Optional.empty());
    model.close();
    workers.work();
    filter.set(Filter.ALL.withFlaggedOnly(true));

    assertThat(lines().loading()).isTrue();
    assertThat(model.lightProperty().get()).isEqualTo(Dimming.NONE);
    assertThat(failures).isEmpty();
  }
}
