package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.walkthrough.Sight;

/** A log that was written to be shown badly. */
class LinesPaneTest {
  private static final String ESCAPES = "\u001B[2J\u001B]0;owned\u0007\u001B[31mred\u009B31m";
  private static final String TURNED =
      "paid \u202E000,1\u202C to \u05D0\u05D1\u05D2\u200B and back";
  private static final long TEN_MEGABYTES = 10L << 20;

  private final Gallery gallery;
  private Optional<LinesPane> pane = Optional.empty();
  private final ObservableList<TextLine> lines = FXCollections.observableArrayList();

  LinesPaneTest() throws InterruptedException {
    this.gallery = new Gallery();
  }

  private void add(String text, long bytes) {
    lines.add(new TextLine(lines.size(), "", Lines.visible(text, bytes), false));
  }

  private void show() throws Exception {
    for (int i = 0; i < 40; i++) {
      add("2026-11-22 12:00:00 worker " + i + " started", 40);
    }
    add(ESCAPES, ESCAPES.length());
    add(TURNED, TURNED.length());
    for (int i = 0; i < 30; i++) {
      add("a".repeat(8_192), TEN_MEGABYTES);
    }
    add("the last line", 13);
    gallery.show(this::page, 370, 500);
    gallery.hand.act(() -> list().scrollTo(40));
  }

  private Parent page() {
    LinesPane made = new LinesPane(lines);
    pane = Optional.of(made);
    return made.view();
  }

  private ListView<?> list() {
    return (ListView<?>) gallery.scene().lookup("#lineList");
  }

  private List<String> drawn() throws Exception {
    return gallery.hand.see(() -> {
      List<String> texts = new ArrayList<>();
      Sight.below(
          gallery.scene().getRoot(),
          node -> {
            if (node instanceof Text text) {
              texts.add(text.getText());
            }
          });
      return texts;
    });
  }

  private boolean inSight(String words) {
    Bounds list = list().localToScene(list().getLayoutBounds());
    List<Node> found = new ArrayList<>();
    Sight.below(
        gallery.scene().getRoot(),
        node -> {
          if (node instanceof Text text
              && text.getText().contains(words)
              && list.intersects(text.localToScene(text.getLayoutBounds()))) {
            found.add(text);
          }
        });
    return !found.isEmpty();
  }

  @AfterEach
  void the_page_is_taken_down() throws Exception {
    gallery.close();
  }

  @Test
  void nothing_in_it_is_obeyed_and_every_line_can_be_reached() throws Exception {
    show();
    assertThat(gallery.hang("hostile-log")).isEmpty();

    assertThat(String.join("", drawn()))
        .contains("\\u001b[2J", "\\u202e", "\\u200b")
        .doesNotContain("\u001B", "\u202E", "\u009B", "\u200B");
    gallery.hand.act(() -> pane.orElseThrow().scrollToEnd());
    gallery.hand.until("the last line", () -> inSight("the last line"));
    assertThat(gallery.hang("hostile-log-end")).isEmpty();
    gallery.hand.act(() -> list().scrollTo(0));
    gallery.hand.type("searchField", "the last line");
    gallery.hand.key("searchField", KeyCode.ENTER);
    gallery.hand.until("the hit below a long line", () -> inSight("the last line"));
  }

  @Test
  void a_long_log_that_is_followed_says_nothing_beside_itself() throws Exception {
    Logger controls = Logger.getLogger("javafx.scene.control");
    List<String> said = new CopyOnWriteArrayList<>();
    controls.setFilter(record -> !said.add(record.getMessage()));
    gallery.show(this::page, 370, 500);
    for (int i = 0; i < 30; i++) {
      gallery.hand.act(() -> {
        for (int j = 0; j < 50; j++) {
          add("2026-11-22 12:00:00 " + "a rather long line ".repeat(j % 12), 200);
        }
        pane.orElseThrow().scrollToEnd();
      });
    }
    add("the last line", 13);
    gallery.hand.act(() -> pane.orElseThrow().scrollToEnd());
    gallery.hand.until("the last line", () -> inSight("the last line"));

    assertThat(said).isEmpty();
  }

  @Test
  void a_line_that_is_nothing_but_hits_makes_few_controls() throws Exception {
    show();
    gallery.hand.type("searchField", "a");
    gallery.hand.until("hits", () -> Sight.text(gallery.scene().getRoot()).contains(" of "));
    gallery.hang("hostile-log-search");

    List<Node> marked = new ArrayList<>(gallery.scene().getRoot().lookupAll(".line-hit"));
    assertThat(marked).isNotEmpty().hasSizeLessThan(20 * LineCell.MOST_HITS);
  }
}
