package org.lazaretto.ui.map;

import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.lazaretto.graph.Hit;
import org.lazaretto.ui.desk.Selection;

/** Drag to pan, turn the wheel to zoom about the pointer, click to select. */
final class MapMouse {
  private static final double A_NOTCH = 0.0022;

  private final MapView view;
  private final MapViewModel model;
  private final Consumer<Selection> select;
  private double lastX;
  private double lastY;

  MapMouse(MapView view, MapViewModel model, Consumer<Selection> select) {
    this.view = view;
    this.model = model;
    this.select = select;
    view.setOnMousePressed(this::pressed);
    view.setOnMouseDragged(this::dragged);
    view.setOnMouseClicked(this::clicked);
    view.setOnMouseMoved(event -> view.point(event.getX(), event.getY()));
    view.setOnMouseExited(_ -> view.unpoint());
    view.setOnScroll(this::scrolled);
    view.setOnZoom(this::zoomed);
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    lastX = event.getX();
    lastY = event.getY();
  }

  private void dragged(MouseEvent event) {
    if (event.isStillSincePress()) {
      return;
    }
    view.unpoint();
    model.viewpoint().pan(event.getX() - lastX, event.getY() - lastY);
    lastX = event.getX();
    lastY = event.getY();
    view.repaint();
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    Hit hit = view.hit(event.getX(), event.getY());
    if (event.getClickCount() == 2) {
      model.showNode(hit, System.nanoTime());
      view.repaint();
    } else if (event.getClickCount() == 1) {
      select.accept(model.choose(hit));
    }
  }

  private void scrolled(ScrollEvent event) {
    double turn = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (turn != 0) {
      zoom(event.getX(), event.getY(), Math.exp(Math.clamp(turn, -200, 200) * A_NOTCH));
    }
    event.consume();
  }

  private void zoomed(ZoomEvent event) {
    zoom(event.getX(), event.getY(), event.getZoomFactor());
    event.consume();
  }

  private void zoom(double x, double y, double factor) {
    model.viewpoint().zoom(x, y, factor);
    view.repaint();
  }
}
