package org.lazaretto.ui.graph;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.lazaretto.graph.lens.Box;

/** Which part of the picture is seen, and how large: pan, zoom and fit by arithmetic. */
final class Viewport {
  private static final double SMALLEST = 0.1;
  private static final double LARGEST = 3;
  private static final double READABLE = 0.75;
  private static final double USUAL = 1.1;
  private static final double SIDE = 24;

  /** Room for the headings. */
  static final double TOP = 44;

  private final Scale scale = new Scale(1, 1);
  private final Translate move = new Translate();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private double width = 1;
  private double height = 1;
  private double worldWidth = 1;
  private double worldHeight = 1;

  Translate move() {
    return move;
  }

  Scale scale() {
    return scale;
  }

  /** How large it is; 1 is the size in which it was designed. */
  ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** The size of the pane. */
  void pane(double wide, double high) {
    width = Math.max(1, wide);
    height = Math.max(1, high);
  }

  /** The size of the picture. */
  void world(double wide, double high) {
    worldWidth = Math.max(1, wide);
    worldHeight = Math.max(1, high);
  }

  /** All of it. */
  void fit() {
    to(Math.min(byWidth(), byHeight()));
  }

  /** All of it where it can be read, else its width from the top. */
  void open() {
    double all = Math.min(byWidth(), byHeight());
    to(Math.min(USUAL, all >= READABLE ? all : Math.min(byWidth(), 1)));
  }

  private double byWidth() {
    return (width - 2 * SIDE) / worldWidth;
  }

  private double byHeight() {
    return (height - TOP - SIDE) / worldHeight;
  }

  private void to(double wanted) {
    double size = bounded(wanted);
    set(size);
    move.setX((width - worldWidth * size) / 2);
    move.setY(TOP);
  }

  /** Larger or smaller around a point of the pane. */
  void zoom(double factor, double x, double y) {
    double before = zoom.get();
    double size = bounded(before * factor);
    move.setX(x - (x - move.getX()) * size / before);
    move.setY(y - (y - move.getY()) * size / before);
    set(size);
    keepInSight();
  }

  /** Larger or smaller around the middle. */
  void zoom(double factor) {
    zoom(factor, width / 2, height / 2);
  }

  /** By so many pixels. */
  void pan(double x, double y) {
    move.setX(move.getX() + x);
    move.setY(move.getY() + y);
    keepInSight();
  }

  /** Pans as little as it takes to see this box. */
  void reveal(Box box) {
    double size = zoom.get();
    move.setX(inside(move.getX(), box.left() * size, box.right() * size, SIDE, width - SIDE));
    move.setY(inside(move.getY(), box.top() * size, box.bottom() * size, TOP, height - SIDE));
  }

  /** Whether some of the box is in the pane, below its heading. */
  boolean sees(Box box, double head) {
    double size = zoom.get();
    double x = move.getX();
    double y = move.getY();
    return x + box.right() * size > 0
        && x + box.left() * size < width
        && y + box.bottom() * size > head
        && y + box.top() * size < height;
  }

  private static double inside(double move, double from, double to, double least, double most) {
    double down = Math.max(0, least - (move + from));
    double up = Math.min(0, most - (move + to));
    return move + (down > 0 ? down : up);
  }

  /** A part of the picture stays in the pane, so that nobody gets lost. */
  private void keepInSight() {
    double size = zoom.get();
    double half = SIDE * 3;
    move.setX(Math.clamp(move.getX(), half - worldWidth * size, width - half));
    move.setY(Math.clamp(move.getY(), half - worldHeight * size, height - half));
  }

  private void set(double size) {
    zoom.set(size);
    scale.setX(size);
    scale.setY(size);
  }

  private static double bounded(double size) {
    return Math.clamp(size, SMALLEST, LARGEST);
  }
}
