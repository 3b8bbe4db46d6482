package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class AnswerPlaceTest {
  private final StackPane pane = new StackPane();
  private final Region content = new Region();
  private final AnswerPlace place = new AnswerPlace(pane, content, () -> {});

  @Test
  void an_answer_that_comes_while_nobody_sees_the_place_waits_for_who_does() {
    place.seen(false);

    assertThat(place.show(new Answer.Here<>("events"))).isTrue();
    assertThat(pane.getChildren()).isEmpty();

    place.seen(true);
    assertThat(pane.getChildren()).containsExactly(content);
  }

  @Test
  void an_answer_that_was_seen_stays_where_it_is() {
    place.show(new Answer.Here<>("events"));
    place.seen(false);
    place.show(new Answer.Here<>("more events"));

    assertThat(pane.getChildren()).containsExactly(content);
  }
}
