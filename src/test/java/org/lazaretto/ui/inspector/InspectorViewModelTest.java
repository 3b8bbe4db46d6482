package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Workload;
import org.lazaretto.ui.desk.CaseState;
import org.lazaretto.ui.desk.Selection;

class InspectorViewModelTest {
  private final ClusterSnapshot shop = Clusters.shop().build();
  private final ObjectProperty<ClusterSnapshot> seen = new SimpleObjectProperty<>(shop);
  private final ObjectProperty<CaseState> record =
      new SimpleObjectProperty<>(new CaseState(List.of(), List.of(), Set.of()));
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NOTHING);
  private final InspectorViewModel model =
      new InspectorViewModel(new InspectorViewModel.Sources(seen, record, selection));

  private Subject shown() {
    return model.subjectProperty().get();
  }

  private void withoutMiner() {
    seen.set(
        shop.without(ObservedKind.POD, List.of(Clusters.miner().uid()))
            .at(Clusters.NOW.plusSeconds(5)));
  }

  @Test
  void nothing_is_shown_before_something_is_selected() {
    assertThat(shown()).isEqualTo(new Subject.Nothing());
  }

  @Test
  void a_pod_is_shown_with_all_its_owners_the_topmost_first() {
    selection.set(new Selection.OfPod(Clusters.miner()));

    Workload top = shop.workload(ObservedKind.DEPLOYMENT, "shop", "checkout").orElseThrow();
    assertThat(shown())
        .isInstanceOfSatisfying(
            Subject.OfPod.class,
            pod -> {
              assertThat(pod.owners())
                  .extracting(Crumb::kind)
                  .containsExactly("Deployment", "ReplicaSet");
              assertThat(pod.owners().getFirst().target())
                  .contains(new Selection.OfWorkload(top.object()));
              assertThat(pod.gone()).isEmpty();
              assertThat(pod.suspect()).isFalse();
            });
  }

  @Test
  void a_static_pod_leads_to_its_node_and_an_unknown_owner_nowhere() {
    PodRef mirror = shop.pod("kube-system", "kube-proxy-node-a1").orElseThrow().ref();
    selection.set(new Selection.OfPod(mirror));
    assertThat(((Subject.OfPod) shown()).owners())
        .containsExactly(
            new Crumb("Node", "node-a1", Optional.of(new Selection.OfNode("node-a1"))));

    seen.set(shop.without(ObservedKind.REPLICA_SET, shop.uids(ObservedKind.REPLICA_SET)));
    selection.set(new Selection.OfPod(Clusters.miner()));
    assertThat(((Subject.OfPod) shown()).owners())
        .containsExactly(new Crumb("ReplicaSet", "checkout-6f7d", Optional.empty()));
  }

  @Test
  void a_pod_that_vanishes_stays_with_the_time_since_when_it_is_gone() {
    selection.set(new Selection.OfPod(Clusters.miner()));
    withoutMiner();
    seen.set(seen.get().at(Clusters.NOW.plusSeconds(60)));

    Subject.OfPod gone = (Subject.OfPod) shown();
    assertThat(gone.pod().ref()).isEqualTo(Clusters.miner());
    assertThat(gone.gone()).contains(Clusters.NOW.plusSeconds(5));

    seen.set(shop);
    assertThat(((Subject.OfPod) shown()).gone()).isEmpty();
  }

  @Test
  void what_was_never_seen_is_said_to_be_unseen() {
    withoutMiner();
    Selection miner = new Selection.OfPod(Clusters.miner());
    selection.set(miner);
    assertThat(shown()).isEqualTo(new Subject.Unseen(miner));

    Selection node = new Selection.OfNode("node-z9");
    selection.set(node);
    assertThat(shown()).isEqualTo(new Subject.Unseen(node));
  }

  @Test
  void a_mark_and_its_end_are_shown_also_on_a_pod_that_is_gone() {
    selection.set(new Selection.OfPod(Clusters.miner()));
    withoutMiner();
    record.set(new CaseState(List.of(), List.of(Clusters.miner()), Set.of()));
    assertThat(((Subject.OfPod) shown()).suspect()).isTrue();

    record.set(new CaseState(List.of(), List.of(), Set.of()));
    assertThat(((Subject.OfPod) shown()).suspect()).isFalse();
  }

  @Test
  void a_node_and_a_workload_that_vanish_stay_too() {
    selection.set(new Selection.OfNode("node-a1"));
    seen.set(shop.without(ObservedKind.NODE, List.of("uid-node-node-a1")));
    assertThat(shown())
        .isInstanceOfSatisfying(
            Subject.OfNode.class, node -> assertThat(node.gone()).contains(Clusters.NOW));

    seen.set(shop);
    Workload web = shop.workload(ObservedKind.DEPLOYMENT, "shop", "web").orElseThrow();
    selection.set(new Selection.OfWorkload(web.object()));
    seen.set(shop.without(ObservedKind.DEPLOYMENT, List.of(web.object().uid())));
    assertThat(shown())
        .isInstanceOfSatisfying(
            Subject.OfWorkload.class, gone -> assertThat(gone.gone()).isPresent());
  }

  @Test
  void after_closing_nothing_changes_any_more() {
    model.close();
    selection.set(new Selection.OfNode("node-a1"));
    assertThat(shown()).isEqualTo(new Subject.Nothing());
  }
}
