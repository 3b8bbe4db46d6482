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
import org.lazaretto.find.Group;
import org.lazaretto.find.Narrowing;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.ui.HeldWork;

class ChipsTest {
  private final HeldWork workers = HeldWork.waitingWork();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final FindViewModel model =
      new FindViewModel(filter, workers.background(), new ArrayList<>()::add);

  private Chips chips() {
    return Chips.of(model.filtered(), model.linesProperty().get());
  }

  private void shop() {
    model.show(Clusters.shop().build(), List.of(Clusters.miner()), Optional.empty());
    workers.work();
  }

  @Test
  void an_open_filter_has_nothing_to_take_off() {
    shop();

    assertThat(chips()).isEqualTo(new Chips(1, false, false, 2, 2, Optional.empty()));
    assertThat(chips().someHidden()).isFalse();
  }

  @Test
  void before_the_first_count_there_are_no_namespaces_to_choose_from() {
    assertThat(chips().namespaces()).isZero();
    assertThat(chips().someHidden()).isFalse();
  }

  @Test
  void each_part_of_the_filter_has_a_chip_of_its_own() {
    shop();
    model.toggleFlagged();
    model.show("kube-system", false);
    model.toggle(Flag.STATIC);

    assertThat(chips()).isEqualTo(new Chips(1, false, true, 1, 2, Optional.of("static pod")));

    model.widen();
    model.showAllNamespaces();
    model.toggleFlagged();
    assertThat(filter.get()).isEqualTo(Filter.ALL);
  }

  @Test
  void suspects_alone_are_said_by_their_own_chip() {
    shop();
    model.toggleSuspects();
    assertThat(chips()).isEqualTo(new Chips(1, true, false, 2, 2, Optional.empty()));

    model.toggleSuspects();
    assertThat(filter.get()).isEqualTo(Filter.ALL);
  }

  @Test
  void a_namespace_that_was_dimmed_and_has_gone_is_not_counted() {
    shop();
    model.show("gone", false);

    assertThat(chips().shown()).isEqualTo(2);
    assertThat(chips().someHidden()).isFalse();
  }

  @Test
  void what_the_picture_is_narrowed_to_is_short_and_made_visible() {
    String hostile = "behind service \u202Egnp" + "x".repeat(240);
    filter.set(Filter.ALL.with(new Narrowing.ToGroup(hostile, new Group.Listed(Set.of()))));

    assertThat(chips().lit().orElseThrow()).hasSizeLessThan(60).doesNotContain("\u202E");
  }
}
