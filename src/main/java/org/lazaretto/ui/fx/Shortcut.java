package org.lazaretto.ui.fx;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The key that runs an action. */
public sealed interface Shortcut {
  /**
   * A character, wherever the keyboard has it: {@code ?} needs Shift on some and another key on
   * others. It does nothing while somebody types into a field.
   */
  record Typed(String character) implements Shortcut {}

  /** A key with its modifiers. */
  record Pressed(KeyCombination keys) implements Shortcut {}

  /** A character, such as {@code /}; capitals and small letters are the same. */
  static Shortcut typed(String character) {
    return new Typed(character);
  }

  /** A key as {@link KeyCombination#valueOf} reads it, such as {@code Shortcut+K}. */
  static Shortcut pressed(String keys) {
    return new Pressed(KeyCombination.valueOf(keys));
  }

  /** How it is written for a person. */
  default String shown() {
    return switch (this) {
      case Typed(var character) -> character.toUpperCase(java.util.Locale.ROOT);
      case Pressed(var keys) ->
          keys.getDisplayText().replace("Escape", "Esc").replace("↵", "Enter");
    };
  }

  /** Whether this event, {@code KEY_TYPED} or {@code KEY_PRESSED}, is this key. */
  default boolean matches(KeyEvent event) {
    return switch (this) {
      case Typed(var character) ->
          event.getEventType() == KeyEvent.KEY_TYPED
              && !event.isShortcutDown()
              && !event.isAltDown()
              && event.getCharacter().equalsIgnoreCase(character);
      case Pressed(var keys) -> event.getEventType() == KeyEvent.KEY_PRESSED && keys.match(event);
    };
  }
}
