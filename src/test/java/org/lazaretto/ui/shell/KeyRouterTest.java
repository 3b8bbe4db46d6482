package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Shortcut;

class KeyRouterTest {
  private final Gallery gallery = new Gallery();
  private final List<String> heard = new ArrayList<>();
  private final Actions actions = new Actions();
  private final StackPane ground = gallery.hand.see(StackPane::new);
  private final ListView<String> list = gallery.hand.see(ListView::new);

  KeyRouterTest() throws Exception {}

  @BeforeEach
  void a_list_has_the_focus() throws Exception {
    actions.offer(
        List.of(Action.of("leave", "Leave", () -> heard.add("left")).on(Shortcut.pressed("Esc"))));
    gallery.show(
        () -> {
          list.getItems().setAll("one", "two");
          ground.getChildren().setAll(list);
          return ground;
        },
        400,
        300);
    gallery.hand.act(() -> {
      new KeyRouter(gallery.scene(), () -> List.of(actions));
      list.requestFocus();
    });
  }

  @AfterEach
  void the_wall_is_bare() throws Exception {
    gallery.close();
  }

  private void escape() throws Exception {
    gallery.hand.act(() ->
        list.fireEvent(
            new KeyEvent(
                KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
  }

  @Test
  void escape_leaves_although_a_list_has_the_focus() throws Exception {
    escape();
    assertThat(heard).containsExactly("left");
  }

  @Test
  void what_holds_the_list_hears_escape_first() throws Exception {
    gallery.hand.act(() ->
        ground.addEventHandler(
            KeyEvent.KEY_PRESSED,
            event -> {
              heard.add("closed");
              event.consume();
            }));
    escape();
    assertThat(heard).containsExactly("closed");
  }
}
