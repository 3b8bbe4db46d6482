package org.lazaretto.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;

/** A part of the left pane with far more lines than it shows at once. */
class SectionTest {
  private static final int MANY = 130;

  private final Gallery gallery;
  private final Section section;

  SectionTest() throws Exception {
    this.gallery = new Gallery();
    this.section = gallery.hand.see(() -> new Section("manySection"));
    gallery.show(() -> new ScrollPane(section), 300, 400);
  }

  private static Line line(int number) {
    String name = "namespace-" + number;
    return new Line(name, Line.Sign.BOX, name, "7", true, false, name, () -> {});
  }

  private static List<Line> lines(int first, int end) {
    return IntStream.range(first, end).mapToObj(SectionTest::line).toList();
  }

  private void show(List<Line> lines) {
    section.show("Namespaces", "", lines, "none");
  }

  private List<String> shown() {
    return section.lookupAll(".find-line").stream().map(Node::getId).toList();
  }

  private void untilAllOf(List<Line> lines) throws Exception {
    List<String> ids = lines.stream().map(Line::id).toList();
    gallery.hand.until("all lines", () -> shown().equals(ids));
  }

  @AfterEach
  void the_page_is_taken_down() throws Exception {
    gallery.hand.act(section::close);
    gallery.close();
  }

  @Test
  void the_first_lines_stand_at_once_and_more_of_them_soon_in_their_order() throws Exception {
    int first =
        gallery.hand.see(() -> {
          show(lines(0, MANY));
          return shown().size();
        });

    assertThat(first).isEqualTo(Section.MOST_NEW);
    untilAllOf(lines(0, Section.STEP));
  }

  @Test
  void further_lines_come_for_who_asks_for_them_until_there_are_no_more() throws Exception {
    gallery.hand.act(() -> show(lines(0, MANY)));
    untilAllOf(lines(0, Section.STEP));
    assertThat(gallery.hand.read("manySectionMoreLink")).isEqualTo("Show 60 more of 70");

    gallery.hand.press("manySectionMoreLink");
    untilAllOf(lines(0, 2 * Section.STEP));
    assertThat(gallery.hand.read("manySectionMoreLink")).isEqualTo("Show 10 more of 10");
    gallery.hand.press("manySectionMoreLink");

    untilAllOf(lines(0, MANY));
    assertThat(gallery.hand.sees("manySectionMoreLink")).isFalse();
  }

  @Test
  void lines_that_were_there_stay_while_new_ones_are_made() throws Exception {
    gallery.hand.act(() -> show(lines(40, 50)));
    Node kept = gallery.scene().lookup("#namespace-49");

    List<String> next =
        gallery.hand.see(() -> {
          show(lines(0, MANY));
          return shown();
        });

    assertThat(next).hasSize(Section.MOST_NEW + 10).endsWith("namespace-49");
    untilAllOf(lines(0, Section.STEP));
    assertThat(gallery.scene().lookup("#namespace-49")).isSameAs(kept);
  }

  @Test
  void fewer_lines_end_what_was_still_to_be_made() throws Exception {
    gallery.hand.act(() -> {
      show(lines(0, MANY));
      show(lines(5, 8));
    });

    untilAllOf(lines(5, 8));
    gallery.hand.act(() -> show(List.of()));
    assertThat(shown()).isEmpty();
  }
}
