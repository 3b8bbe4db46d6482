package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

class SearchIndexTest {
  private static final List<String> QUESTIONS =
      List.of("app", "ns:team-1", "node-3", "label:app=app-7", "owner:app-4", "10.1.0.1", "sha256");

  @Test
  void a_thousand_random_changes_find_what_a_fresh_index_finds() {
    Random random = new Random(3);
    ClusterSnapshot snapshot = Clusters.large(10, 300);
    SearchIndex index = new SearchIndex();
    index.update(snapshot);
    for (int round = 0; round < 20; round++) {
      snapshot = changed(snapshot, random, round);
      Search carried = index.update(snapshot);
      Search fresh = Search.of(snapshot);
      for (String question : QUESTIONS) {
        Query query = Query.parse(question);
        assertThat(carried.find(query, 400)).isEqualTo(fresh.find(query, 400));
      }
    }
  }

  private static ClusterSnapshot changed(ClusterSnapshot before, Random random, int round) {
    ClusterSnapshot next = before;
    for (int i = 0; i < 50; i++) {
      List<Pod> pods = new ArrayList<>(next.pods());
      Pod pod = pods.get(random.nextInt(pods.size()));
      next =
          switch (random.nextInt(3)) {
            case 0 -> next.without(ObservedKind.POD, List.of(pod.ref().uid()));
            case 1 -> next.with(List.of(Changes.pending(pod)));
            default -> next.with(List.of(newcomer(round * 50 + i)));
          };
    }
    return next;
  }

  private static Pod newcomer(int number) {
    return new ClusterBuilder()
        .bare("team-9", "app-new-" + number, Template.of("new-" + number), "node-3")
        .build()
        .pods()
        .iterator()
        .next();
  }

  @Test
  void an_owner_that_is_learnt_after_its_pods_is_found() {
    ClusterSnapshot complete = Clusters.shop().build();
    List<String> sets = List.copyOf(complete.uids(ObservedKind.REPLICA_SET));
    ClusterSnapshot early = complete.without(ObservedKind.REPLICA_SET, sets);
    SearchIndex index = new SearchIndex();
    Query query = Query.parse("owner:Deployment/web");

    assertThat(index.update(early).find(query, 10).total()).isZero();
    assertThat(index.update(complete).find(query, 10).total()).isEqualTo(3);
  }

  @Test
  void values_that_have_gone_are_forgotten_in_time() {
    SearchIndex index = new SearchIndex();
    for (int i = 0; i < 2_000; i++) {
      ClusterSnapshot one =
          ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW).with(List.of(newcomer(i)));
      Search search = index.update(one);
      assertThat(search.find(Query.parse("new-" + i), 10).total()).isEqualTo(1);
    }
  }
}
