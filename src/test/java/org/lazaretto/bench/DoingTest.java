package org.lazaretto.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoingTest {
  private static final StackTraceElement LOADING =
      new StackTraceElement("java.lang.ClassLoader", "loadClass", "ClassLoader.java", 1);
  private static final StackTraceElement STYLING =
      new StackTraceElement("javafx.scene.CssStyleHelper", "lookup", "CssStyleHelper.java", 1);
  private static final StackTraceElement PAGE =
      new StackTraceElement("org.lazaretto.ui.map.MapPage$Inner", "show", "MapPage.java", 1);
  private static final StackTraceElement OURSELVES =
      new StackTraceElement("org.lazaretto.bench.PulseTour", "play", "PulseTour.java", 1);

  @Test
  void the_innermost_kind_of_work_and_the_page_it_was_done_for_are_named() {
    String said = Doing.of(List.<StackTraceElement[]>of(stack(LOADING, STYLING, PAGE)));

    assertThat(said).isEqualTo("100 % loading classes for MapPage");
  }

  @Test
  void what_was_seen_most_often_goes_first_and_the_measuring_itself_is_no_page() {
    String said =
        Doing.of(List.of(stack(STYLING, OURSELVES), stack(STYLING), stack(PAGE), stack(STYLING)));

    assertThat(said).isEqualTo("75 % styles, 25 % other for MapPage");
  }

  @Test
  void a_turn_is_read_as_it_was_written() {
    Turn turn = new Turn("open", 12.5, "100 % styles");

    assertThat(Turn.isLine(turn.line())).isTrue();
    assertThat(Turn.read(turn.line())).isEqualTo(turn);
    assertThat(Turn.isLine("seen")).isFalse();
  }

  private static StackTraceElement[] stack(StackTraceElement... frames) {
    return frames;
  }
}
