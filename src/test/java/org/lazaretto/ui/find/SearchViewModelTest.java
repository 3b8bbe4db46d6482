package org.lazaretto.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.lazaretto.find.Hit;
import org.lazaretto.find.Narrowing;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.HeldWork;
import org.lazaretto.ui.fx.Failure;

class SearchViewModelTest {
  private final HeldWork workers = HeldWork.waitingWork();
  private final AtomicReference<ClusterSnapshot> cluster =
      new AtomicReference<>(Clusters.shop().build());
  private final List<Failure> failures = new ArrayList<>();
  private final SearchViewModel model =
      new SearchViewModel(cluster::get, workers.background(), failures::add);

  private final List<Narrowing.ToText> lit = new ArrayList<>();

  private void type(String text) {
    model.type(text);
    workers.work();
  }

  private Optional<String> chosen() {
    return model
        .hit()
        .map(hit ->
            switch (hit) {
              case Hit.OfPod(var pod, var _) -> pod.ref().name();
              case Hit.OfNode(var node, var _) -> node.ref().name();
            });
  }

  private int total() {
    return model.answerProperty().get().results().orElseThrow().total();
  }

  @Test
  void the_first_key_prepares_and_then_asks() {
    type("debug");

    assertThat(total()).isEqualTo(1);
    assertThat(chosen()).contains("debug");
  }

  @Test
  void each_further_key_asks_what_is_prepared() {
    type("w");
    model.type("we");

    assertThat(workers.waiting()).isEqualTo(1);
    assertThat(workers.work()).isEqualTo(1);
    assertThat(total()).isEqualTo(3);
  }

  @Test
  void who_presses_enter_before_the_answer_is_there_gets_the_hit_when_it_comes() {
    List<Hit> picked = new ArrayList<>();
    type("w");
    model.type("debug");
    model.pick(picked::add);
    assertThat(picked).isEmpty();
    workers.work();
    assertThat(picked).isEqualTo(List.of(model.hit().orElseThrow()));

    model.type("debu");
    model.pick(picked::add);
    type("debug");
    assertThat(picked).as("who types on has another wish").hasSize(1);
  }

  @Test
  void where_nothing_is_found_enter_waits_for_nothing() {
    List<Hit> picked = new ArrayList<>();
    type("no-such-pod");
    model.pick(picked::add);
    type("debug");
    assertThat(picked).isEmpty();
  }

  @Test
  void of_keys_that_come_too_fast_only_the_last_is_asked() {
    type("w");
    for (String text : List.of("we", "web", "web-", "web-6", "web-6f")) {
      model.type(text);
    }

    assertThat(workers.work()).isEqualTo(2);
    assertThat(model.answerProperty().get().text()).isEqualTo("web-6f");
  }

  /** Whoever types on and presses Enter at once must not be led to an earlier hit. */
  @Test
  void there_is_no_hit_while_the_answer_to_what_is_typed_is_on_its_way() {
    type("web");
    model.type("debug");

    assertThat(chosen()).isEmpty();
    workers.work();
    assertThat(chosen()).contains("debug");
  }

  @Test
  void an_empty_field_asks_nothing_and_shows_nothing() {
    type("web");
    type("  ");

    assertThat(model.answerProperty().get().results()).isEmpty();
    assertThat(chosen()).isEmpty();
    model.light(lit::add);
    workers.work();
    assertThat(lit).extracting(Narrowing.ToText::pods).containsExactly(Set.of());
  }

  @Test
  void the_choice_moves_and_stays_within_the_hits() {
    type("name:web");
    assertThat(chosen()).contains("web-6f7d-1");

    model.move(1);
    assertThat(chosen()).contains("web-6f7d-2");
    model.move(99);
    assertThat(chosen()).contains("web-6f7d-3");
    model.move(-99);
    assertThat(chosen()).contains("web-6f7d-1");
  }

  @Test
  void nothing_found_has_no_choice() {
    type("nothing-of-the-kind");

    assertThat(total()).isZero();
    model.move(1);
    assertThat(chosen()).isEmpty();
  }

  @Test
  void a_change_of_the_cluster_is_found_after_a_second() {
    type("debug");
    cluster.set(cluster.get().without(ObservedKind.POD, List.of("uid-pod-shop-debug")));
    assertThat(total()).isEqualTo(1);

    model.tick();
    workers.work();

    assertThat(total()).isZero();
    model.tick();
    assertThat(workers.work()).as("nothing has changed since").isZero();
  }

  @Test
  void the_pods_that_match_can_be_lit_together() {
    type("ns:shop web");

    model.light(lit::add);
    assertThat(lit).as("off the toolkit's thread").isEmpty();
    workers.work();

    Set<String> web =
        Set.of("uid-pod-shop-web-6f7d-1", "uid-pod-shop-web-6f7d-2", "uid-pod-shop-web-6f7d-3");
    assertThat(lit).containsExactly(new Narrowing.ToText("ns:shop web", web));
  }

  @Test
  void nothing_is_lit_once_the_search_is_closed() {
    type("web");
    model.light(lit::add);
    model.close();
    workers.work();

    assertThat(lit).isEmpty();
  }

  @Test
  void a_closed_search_hears_no_more() {
    model.type("web");
    model.close();
    workers.work();

    assertThat(model.answerProperty().get().results()).isEmpty();
    assertThat(failures).isEmpty();
  }
}
