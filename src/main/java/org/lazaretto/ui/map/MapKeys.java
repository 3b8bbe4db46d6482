package org.lazaretto.ui.map;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.graph.Direction;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.desk.Selection;

/**
 * Arrows walk from pod to pod, with Shift from node to node, with Alt along the pods of one owner;
 * Space marks, Escape lets go.
 */
final class MapKeys {
  private final MapView view;
  private final MapViewModel model;
  private final Consumer<Selection> select;
  private final Consumer<Pod> mark;

  MapKeys(MapView view, MapViewModel model, Consumer<Selection> select, Consumer<Pod> mark) {
    this.view = view;
    this.model = model;
    this.select = select;
    this.mark = mark;
    view.setOnKeyPressed(this::pressed);
  }

  private void pressed(KeyEvent event) {
    Optional<Direction> direction = direction(event.getCode());
    if (direction.isPresent() && !event.isShortcutDown()) {
      walk(direction.get(), event);
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
      model.selectedPod().ifPresent(mark);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && model.selected()) {
      select.accept(Selection.NOTHING);
      event.consume();
    }
  }

  private void walk(Direction direction, KeyEvent event) {
    long now = System.nanoTime();
    Selection next =
        event.isAltDown()
            ? model.walkSiblings(direction == Direction.RIGHT || direction == Direction.DOWN, now)
            : model.walk(direction, event.isShiftDown(), now);
    select.accept(next);
    view.repaint();
  }

  private static Optional<Direction> direction(KeyCode code) {
    return switch (code) {
      case LEFT -> Optional.of(Direction.LEFT);
      case RIGHT -> Optional.of(Direction.RIGHT);
      case UP -> Optional.of(Direction.UP);
      case DOWN -> Optional.of(Direction.DOWN);
      default -> Optional.empty();
    };
  }
}
