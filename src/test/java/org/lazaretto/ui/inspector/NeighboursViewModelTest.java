package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.desk.CaseState;
import org.lazaretto.ui.desk.Selection;

class NeighboursViewModelTest {
  private final ObjectProperty<ClusterSnapshot> seen =
      new SimpleObjectProperty<>(Clusters.shop().build());
  private final ObjectProperty<CaseState> record =
      new SimpleObjectProperty<>(new CaseState(List.of(), List.of(), Set.of()));
  private final HeldWork workers = new HeldWork();
  private final NeighboursViewModel model =
      new NeighboursViewModel(seen, record, workers.background());

  private void show(Selection selection) {
    model.show(new Subjects(seen.get(), List.of()).of(selection, new Subject.Nothing()));
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (NeighbourRow row : model.rows()) {
      rows.add(
          switch (row) {
            case NeighbourRow.Heading(var what, var count, var folded) ->
                "# " + what + " " + count + (folded ? " folded" : "");
            case NeighbourRow.OfPod(var pod, var suspect) ->
                pod.ref().name() + (suspect ? " suspect" : "");
            case NeighbourRow.OfService(var service, var leads) ->
                "service " + service.object().name() + (leads ? " leads here" : "");
          });
    }
    return rows;
  }

  @Test
  void the_neighbours_of_a_pod_are_grouped_by_what_they_share() {
    show(new Selection.OfPod(Clusters.miner()));
    assertThat(rows()).isEmpty();

    model.open();
    assertThat(rows())
        .containsSubsequence("# owner 2", "checkout-6f7d-2", "checkout-6f7d-3")
        .contains("# node 9", "service checkout leads here", "service web")
        .doesNotContain("checkout-6f7d-1");
    model.fold("owner");
    assertThat(rows()).contains("# owner 2 folded");
    model.fold("owner");
    assertThat(rows()).contains("# owner 2");
  }

  @Test
  void a_suspect_among_them_is_told() {
    show(new Selection.OfPod(seen.get().pod("shop", "debug").orElseThrow().ref()));
    model.open();
    record.set(new CaseState(List.of(), List.of(Clusters.miner()), Set.of()));
    assertThat(rows()).contains("checkout-6f7d-1 suspect");
  }

  @Test
  void a_node_has_its_pods_and_a_workload_its_own() {
    show(new Selection.OfNode("node-b2"));
    model.open();
    assertThat(rows()).contains("# here 3").anyMatch(row -> row.startsWith("cache-"));

    show(
        new Selection.OfWorkload(
            seen.get().workload(ObservedKind.DEPLOYMENT, "shop", "web").orElseThrow().object()));
    model.open();
    assertThat(rows()).containsSubsequence("# own 3", "web-6f7d-1", "web-6f7d-2", "web-6f7d-3");
  }

  @Test
  void while_it_is_open_it_follows_at_most_once_a_second() {
    show(new Selection.OfNode("node-b2"));
    model.open();
    ClusterSnapshot fewer =
        seen.get().without(ObservedKind.POD, List.of("uid-pod-kube-system-agent-node-b2"));

    seen.set(fewer.at(Clusters.NOW.plusMillis(200)));
    assertThat(rows()).contains("# here 3");
    seen.set(fewer.at(Clusters.NOW.plusMillis(1_200)));
    assertThat(rows()).contains("# here 2");

    model.leave();
    seen.set(
        fewer
            .without(ObservedKind.POD, fewer.uids(ObservedKind.POD))
            .at(Clusters.NOW.plusSeconds(9)));
    assertThat(rows()).contains("# here 2");
  }

  @Test
  void a_node_of_five_hundred_pods_is_a_list_of_five_hundred_rows() {
    String[] nodes = new String[500];
    java.util.Arrays.fill(nodes, "node-big");
    seen.set(
        new ClusterBuilder()
            .node("node-big", "zone-a")
            .deployment("shop", "web", Template.of("web"), nodes)
            .build());
    show(new Selection.OfNode("node-big"));
    model.open();

    assertThat(model.rows()).hasSize(501);
    assertThat(model.answerProperty().get().known().orElseThrow().size()).isEqualTo(500);

    show(new Selection.OfPod(seen.get().podsOn("node-big").getFirst().ref()));
    model.open();
    assertThat(rows()).contains("# node 499 folded").hasSize(4);
  }
}
