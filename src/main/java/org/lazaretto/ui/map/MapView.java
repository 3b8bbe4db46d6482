package org.lazaretto.ui.map;

import java.util.BitSet;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.lazaretto.graph.Hit;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapPalette;
import org.lazaretto.graph.raster.Type;
import org.lazaretto.ui.fx.Motion;

/**
 * The map as a node of the scene. However often it is asked to, it paints once a pulse; while
 * nobody asks, there is no pulse.
 */
final class MapView extends Region {
  private static final double CARD_WIDTH = 380;

  private final MapViewModel model;
  private final MapPicturePane picture;
  private final Label card = new Label();
  private final Region ring = new Region();
  private final AnimationTimer pulse = new Pulse();
  private final ChangeListener<Number> scaled = (_, _, _) -> dress();
  private Optional<MapViewModel.Change> due = Optional.empty();
  private boolean fading;
  private boolean closed;
  private double pointerX;
  private double pointerY;

  MapView(MapViewModel model, MapPicturePane picture) {
    this.model = model;
    this.picture = picture;
    setId("mapView");
    getStyleClass().add("map-view");
    card.getStyleClass().add("map-card");
    ring.getStyleClass().add("map-ring");
    card.setId("mapHoverLabel");
    card.setManaged(false);
    card.setVisible(false);
    card.setWrapText(true);
    card.setMouseTransparent(true);
    ring.setManaged(false);
    ring.setMouseTransparent(true);
    getChildren().addAll(picture.image(), ring, card);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(model.summaryProperty());
    setMinSize(0, 0);
    backgroundProperty().subscribe(_ -> dress());
    sceneProperty().flatMap(scene -> scene.windowProperty()).subscribe(this::shown);
  }

  private void shown(Window before, Window now) {
    if (before != null) {
      before.renderScaleXProperty().removeListener(scaled);
    }
    if (now != null) {
      now.renderScaleXProperty().addListener(scaled);
      dress();
    }
  }

  /** The theme is what the style sheets make of the ground: light or dark. */
  private void dress() {
    boolean light =
        getBackground() != null
            && !getBackground().getFills().isEmpty()
            && getBackground().getFills().getFirst().getFill() instanceof Color ground
            && ground.getBrightness() > 0.5;
    Window window = getScene() == null ? null : getScene().getWindow();
    double density = window == null ? 1 : window.getRenderScaleX();
    Look look = picture.look().with(light ? MapPalette.LIGHT : MapPalette.DARK);
    picture.look(density == look.type().density() ? look : look.with(new Type(density)), density);
    repaint();
  }

  /** Paints everything at the next pulse. */
  void repaint() {
    add(new MapViewModel.Change.All());
  }

  /** Paints no more. */
  void close() {
    closed = true;
    pulse.stop();
  }

  /** Paints what has changed in the cluster at the next pulse. */
  void refresh() {
    model.refresh().ifPresent(this::add);
  }

  private void add(MapViewModel.Change change) {
    due = due.map(waiting -> merged(waiting, change)).or(() -> Optional.of(change));
    if (!closed) {
      pulse.start();
    }
  }

  private static MapViewModel.Change merged(MapViewModel.Change a, MapViewModel.Change b) {
    if (a instanceof MapViewModel.Change.Boxes(var one)
        && b instanceof MapViewModel.Change.Boxes(var other)) {
      BitSet both = (BitSet) one.clone();
      both.or(other);
      return new MapViewModel.Change.Boxes(both);
    }
    return new MapViewModel.Change.All();
  }

  private final class Pulse extends AnimationTimer {
    @Override
    public void handle(long now) {
      boolean reduced = Motion.reduced(MapView.this);
      picture.fade(!reduced);
      long moment = reduced ? now + Viewpoint.FLIGHT : now;
      if (model.viewpoint().advance(moment) || fading) {
        due = Optional.of(new MapViewModel.Change.All());
      }
      due.ifPresent(change -> fading = paint(change));
      due = Optional.empty();
      if (!fading && !model.viewpoint().flying()) {
        stop();
      }
    }
  }

  private boolean paint(MapViewModel.Change change) {
    model.tellZoom();
    boolean other = picture.fit();
    boolean more = picture.paint(other ? new MapViewModel.Change.All() : change);
    showCard();
    return more;
  }

  @Override
  protected void layoutChildren() {
    ring.resizeRelocate(0, 0, getWidth(), getHeight());
    if (model.viewpoint().width() != getWidth() || model.viewpoint().height() != getHeight()) {
      model.viewpoint().resize(getWidth(), getHeight());
      repaint();
    }
  }

  /** What lies under a point. */
  Hit hit(double x, double y) {
    return picture.hit(x, y);
  }

  /** The pointer is there now, over what lies there. */
  void point(double x, double y) {
    pointerX = x;
    pointerY = y;
    Hit hit = hit(x, y);
    setCursor(hit instanceof Hit.Nothing ? Cursor.DEFAULT : Cursor.HAND);
    if (model.hover(hit)) {
      repaint();
    } else {
      showCard();
    }
  }

  /** The pointer is gone, or moves the map. */
  void unpoint() {
    if (model.hover(Hit.NOTHING)) {
      repaint();
    }
    card.setVisible(false);
  }

  /** Beside the pointer, where there is room. */
  private void showCard() {
    Optional<String> text = model.hoverText();
    card.setVisible(text.isPresent());
    if (text.isEmpty()) {
      return;
    }
    card.setText(text.get());
    double width = Math.min(CARD_WIDTH, card.prefWidth(-1));
    double height = card.prefHeight(width);
    double x = pointerX + 16 + width > getWidth() ? pointerX - width - 8 : pointerX + 16;
    double y = pointerY + 20 + height > getHeight() ? pointerY - height - 8 : pointerY + 20;
    card.resizeRelocate(Math.max(0, x), Math.max(0, y), width, height);
  }
}
