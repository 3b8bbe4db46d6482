package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Shortcut;

/** Runs the action of a key, where nothing in the focus took the key for itself. */
final class KeyRouter {
  private final Scene scene;
  private final Supplier<List<Actions>> offered;

  /** Routes the keys of a scene to what is offered, the first list first. */
  KeyRouter(Scene scene, Supplier<List<Actions>> offered) {
    this.scene = scene;
    this.offered = offered;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, KeyRouter::leaveArea);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, KeyRouter::passList);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::route);
    scene.addEventHandler(KeyEvent.KEY_TYPED, this::route);
  }

  /** Nobody indents here: Tab leaves a field of several lines as it leaves every other. */
  private static void leaveArea(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    if (event.getCode() == KeyCode.TAB && plain && event.getTarget() instanceof TextArea area) {
      event.consume();
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  /**
   * A list keeps Escape for those who edit its cells, which nobody does: what holds it hears it.
   */
  private static void passList(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE
        && event.getTarget() instanceof ListView<?> list
        && list.getParent() != null) {
      event.consume();
      Event.fireEvent(list.getParent(), event.copyFor(event.getSource(), list.getParent()));
    }
  }

  private void route(KeyEvent event) {
    for (Actions actions : offered.get()) {
      Optional<Action> action = actions.on(event).filter(this::free);
      if (action.isPresent()) {
        event.consume();
        action.get().run().run();
        return;
      }
    }
  }

  /** A character belongs to the field that somebody types into. */
  private boolean free(Action action) {
    boolean typing = scene.getFocusOwner() instanceof TextInputControl field && field.isEditable();
    return !typing || action.shortcut().filter(Shortcut.Typed.class::isInstance).isEmpty();
  }
}
