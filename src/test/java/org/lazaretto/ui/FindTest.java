package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Camera;

/** Finding in the real window, over the training range. */
class FindTest extends WindowTest {
  /** Held here, for a logger that nobody holds forgets who listens to it. */
  private static final Logger STYLES = Logger.getLogger("javafx.css");

  private void key(String id, KeyCode code) throws Exception {
    Node node = hand.find(id);
    hand.act(() ->
        node.fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private int hits() throws Exception {
    Node list = hand.find("hitList");
    return hand.see(() -> ((ListView<?>) list).getItems().size());
  }

  @Test
  void the_left_pane_counts_flags_and_namespaces() throws Exception {
    practise();
    hand.find("namespace-shop");
    hand.press("flag-host-network");
    hand.press("namespace-platform");
    looksRight("find");

    assertThat(hand.read("namespaceSection")).contains("shop");
  }

  @Test
  void typing_finds_and_enter_looks_at_the_hit() throws Exception {
    practise();
    hand.find("namespace-shop");
    hand.type("searchField", "ns:shop pay");
    Node list = hand.find("hitList");
    new Camera(hand, Path.of("target/screenshots")).take(hand.see(list::getScene), "search");

    assertThat(hits()).isPositive();
    key("searchField", KeyCode.DOWN);
    key("searchField", KeyCode.ENTER);
    assertThat(hand.sees("hitList")).isFalse();
    key("searchField", KeyCode.ESCAPE);
    String left = hand.use("searchField", TextField.class, TextField::getText);
    assertThat(left).isEmpty();

    List<String> warnings = warnings();
    hand.type("searchField", "orders");
    hand.find("hitList");
    assertThat(warnings).isEmpty();
  }

  /** What the toolkit says of styles from now on, such as colours that it does not know. */
  private static List<String> warnings() {
    List<String> said = new CopyOnWriteArrayList<>();
    STYLES.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            said.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    return said;
  }

  @Test
  void hits_that_are_open_take_part_in_a_change_of_theme() throws Exception {
    practise();
    hand.find("namespace-shop");
    hand.type("searchField", "ns:shop pay");
    Scene hits = hand.see(hand.find("hitList")::getScene);

    for (Theme theme : Theme.values()) {
      hand.act(() -> theme.dress(scene()));

      assertThat(hand.see(() -> List.copyOf(hits.getStylesheets())))
          .isEqualTo(hand.see(() -> List.copyOf(scene().getStylesheets())));
    }
  }
}
