package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class LineSearchTest {
  private final ObservableList<TextLine> lines = FXCollections.observableArrayList();
  private final LineSearch search = new LineSearch(lines);

  private static TextLine line(long number, String text) {
    return new TextLine(number, "", text, false);
  }

  private void fill() {
    lines.setAll(
        line(0, "use POOL pool.example"),
        line(1, "speed 900 H/s"),
        line(2, "new job from pool"),
        line(3, "accepted"));
  }

  @Test
  void nothing_searched_is_nothing_found() {
    fill();
    assertThat(search.summaryProperty().get()).isEmpty();
    assertThat(search.currentProperty().get()).isEqualTo(LineSearch.NONE);
  }

  @Test
  void hits_are_walked_in_a_circle_capitals_or_not() {
    fill();
    search.queryProperty().set("pOOl");
    assertThat(search.summaryProperty().get()).isEqualTo("1 of 2");
    assertThat(search.currentProperty().get()).isZero();

    search.next();
    assertThat(search.currentProperty().get()).isEqualTo(2);
    search.next();
    assertThat(search.currentProperty().get()).isZero();
    search.previous();
    assertThat(search.summaryProperty().get()).isEqualTo("2 of 2");
  }

  @Test
  void what_is_not_there_is_said_to_be_not_there() {
    fill();
    search.queryProperty().set("bitcoin");
    search.next();
    assertThat(search.summaryProperty().get()).isEqualTo("no hit");
    assertThat(search.currentProperty().get()).isEqualTo(LineSearch.NONE);
  }

  @Test
  void lines_that_come_and_go_are_counted_and_the_hit_that_one_looks_at_stays() {
    fill();
    search.queryProperty().set("pool");
    search.next();
    lines.add(line(4, "pool again"));
    assertThat(search.summaryProperty().get()).isEqualTo("2 of 3");

    lines.remove(0, 2);
    assertThat(search.summaryProperty().get()).isEqualTo("1 of 2");
    assertThat(search.currentProperty().get()).isEqualTo(2);

    lines.remove(0, 1);
    assertThat(search.currentProperty().get()).isEqualTo(4);
    lines.clear();
    assertThat(search.summaryProperty().get()).isEqualTo("no hit");
  }

  @Test
  void other_lines_are_searched_anew() {
    fill();
    search.queryProperty().set("pool");
    lines.setAll(line(0, "no"), line(1, "pool"));
    assertThat(search.currentProperty().get()).isEqualTo(1);
    assertThat(search.summaryProperty().get()).isEqualTo("1 of 1");
  }

  @Test
  void a_full_log_is_searched_within_a_moment() {
    lines.setAll(
        LongStream.range(0, LogBuffer.MOST_LINES).mapToObj(n -> line(n, "line " + n)).toList());
    search.queryProperty().set("LINE 19999");
    assertThat(search.summaryProperty().get()).isEqualTo("1 of 1");
  }
}
