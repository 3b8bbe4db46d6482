package org.lazaretto.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ActionsTest {
  private final Actions actions = new Actions();
  private boolean possible = true;
  private final Action search =
      Action.of("find.focus", "Search", () -> {}).on(Shortcut.typed("/")).when(() -> possible);
  private final Action palette =
      Action.of("window.palette", "Commands", () -> {}).on(Shortcut.pressed("Ctrl+K"));

  private static KeyEvent typed(String character, boolean control) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, control, false, false);
  }

  private static KeyEvent pressed(KeyCode code, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
  }

  @Test
  void a_key_finds_its_action_wherever_the_keyboard_has_it() {
    actions.offer(List.of(search, palette));
    assertThat(actions.on(typed("/", false))).contains(search);
    assertThat(actions.on(pressed(KeyCode.K, true))).contains(palette);
    assertThat(actions.on(pressed(KeyCode.K, false))).isEmpty();
    assertThat(actions.on(typed("/", true))).isEmpty();
  }

  @Test
  void what_cannot_be_done_now_is_not_run_by_its_key() {
    actions.offer(List.of(search));
    possible = false;
    assertThat(actions.on(typed("/", false))).isEmpty();
  }

  @Test
  void a_page_takes_back_what_it_offered() {
    Actions.Offer offer = actions.offer(List.of(search));
    actions.offer(List.of(palette));
    offer.close();
    assertThat(actions.all()).containsExactly(palette);
    assertThat(actions.byId("find.focus")).isEmpty();
  }

  @Test
  void nothing_is_offered_twice() {
    actions.offer(List.of(search));
    assertThatThrownBy(() -> actions.offer(List.of(search)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("find.focus");
  }
}
