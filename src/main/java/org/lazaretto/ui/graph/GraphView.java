package org.lazaretto.ui.graph;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.lazaretto.graph.lens.Box;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensColumn;
import org.lazaretto.graph.lens.LensWalk;
import org.lazaretto.graph.lens.Vertex;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;

/** The picture of a lens: boxes that can have the focus, edges, headings that stay in sight. */
final class GraphView extends Pane {
  private static final double STEP = 1.2;
  private static final double HEAD = 36;

  private final Deeds deeds;
  private final Pane world = new Pane();
  private final Pane sheet = new Pane(world);
  private final Rectangle sheetClip = new Rectangle();
  private final EdgeLayer edges = new EdgeLayer();
  private final Viewport viewport = new Viewport();
  private final BoxLayer boxes = new BoxLayer(world.getChildren(), this::made);
  private final Map<LensColumn, Label> headings = new EnumMap<>(LensColumn.class);
  private Optional<Lens> lens = Optional.empty();
  private Optional<String> selected = Optional.empty();
  private Optional<String> hovered = Optional.empty();
  private Optional<String> walked = Optional.empty();
  private boolean fresh;
  private boolean making;
  private double dragX;
  private double dragY;

  /** What can be done with a box. */
  interface Deeds {
    /** Somebody wants to know more of it. */
    void open(Vertex vertex);

    /** Somebody marks it as a suspect, or takes the mark back. */
    void mark(Vertex vertex);

    /** Somebody asks for what else can be done, at that point of the screen. */
    void menu(BoxView box, double x, double y);

    /** Somebody copies its name. */
    void copy(Vertex vertex);
  }

  GraphView(Deeds deeds) {
    this.deeds = deeds;
    setId("graphView");
    setFocusTraversable(true);
    setAccessibleText(Texts.of("graph.spoken"));
    getStyleClass().add("graph-view");
    world.getTransforms().setAll(viewport.move(), viewport.scale());
    world.getChildren().setAll(edges);
    world.setManaged(false);
    sheet.setManaged(false);
    sheet.setClip(sheetClip);
    getChildren().setAll(sheet);
    for (LensColumn column : LensColumn.values()) {
      Label heading =
          new Label(Texts.of("graph.column." + column.name().toLowerCase(java.util.Locale.ROOT)));
      heading.getStyleClass().addAll("graph-heading");
      heading.setMouseTransparent(true);
      headings.put(column, heading);
      getChildren().add(heading);
    }
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    viewport.move().setOnTransformChanged(_ -> requestLayout());
    viewport.zoomProperty().subscribe(_ -> requestLayout());
  }

  Viewport viewport() {
    return viewport;
  }

  /**
   * Shows a picture.
   *
   * @param arranged whether it was arranged anew: then it is looked at from its begin
   */
  void show(Picture picture, boolean arranged) {
    Lens now = picture.lens();
    lens = Optional.of(now);
    boxes.show(picture);
    edges.show(now);
    viewport.world(now.width(), now.height());
    fresh = fresh || arranged;
    relight();
    requestLayout();
  }

  /** Whether somebody looks: boxes that nobody sees would be styled anew with each theme. */
  void watch(boolean looks) {
    if (looks) {
      requestLayout();
    } else {
      boxes.clear();
    }
  }

  private void made(BoxView view) {
    view.hoverProperty().subscribe((_, now) -> hover(view, now));
    view.focusedProperty().subscribe((_, now) -> focus(view, now));
    view.setOnMouseClicked(event -> clicked(view, event));
    view.setOnContextMenuRequested(
        event -> deeds.menu(view, event.getScreenX(), event.getScreenY()));
  }

  private void hover(BoxView view, boolean now) {
    hovered = now ? Optional.of(view.box().id()) : Optional.empty();
    relight();
  }

  private void focus(BoxView view, boolean now) {
    walked = now ? Optional.of(view.box().id()) : Optional.empty();
    if (now) {
      viewport.reveal(view.box());
    }
    relight();
  }

  /** Marks the box that the rest of the window looks at. */
  void select(Optional<String> id) {
    selected = id;
    relight();
  }

  private void relight() {
    Set<String> ids = new HashSet<>();
    selected.ifPresent(ids::add);
    walked.ifPresent(ids::add);
    hovered.ifPresent(ids::add);
    edges.light(ids);
    boxes.select(selected);
  }

  private void clicked(BoxView view, MouseEvent event) {
    view.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      deeds.open(view.box().vertex());
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.isShortcutDown()) {
      viewport.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
    } else {
      viewport.pan(event.getDeltaX(), event.getDeltaY());
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    dragX = event.getX();
    dragY = event.getY();
    if (walked.isEmpty()) {
      requestFocus();
    }
  }

  private void dragged(MouseEvent event) {
    viewport.pan(event.getX() - dragX, event.getY() - dragY);
    dragX = event.getX();
    dragY = event.getY();
  }

  private void key(KeyEvent event) {
    Optional<Vertex> here = walked.flatMap(id -> lens.flatMap(l -> l.box(id))).map(Box::vertex);
    boolean used =
        switch (event.getCode()) {
          case UP -> walk(LensWalk.Way.UP);
          case DOWN -> walk(LensWalk.Way.DOWN);
          case LEFT -> walk(LensWalk.Way.LEFT);
          case RIGHT -> walk(LensWalk.Way.RIGHT);
          case ENTER ->
              !event.isShortcutDown()
                  && here.map(vertex -> did(() -> deeds.open(vertex))).orElse(false);
          case SPACE -> here.map(vertex -> did(() -> deeds.mark(vertex))).orElse(false);
          case C ->
              event.isShortcutDown()
                  && here.map(vertex -> did(() -> deeds.copy(vertex))).orElse(false);
          default -> false;
        };
    if (used) {
      event.consume();
    }
  }

  private static boolean did(Runnable deed) {
    deed.run();
    return true;
  }

  private boolean walk(LensWalk.Way way) {
    return lens.map(
            now -> {
              LensWalk.from(now, walked.or(() -> selected), way).ifPresent(this::walkTo);
              return true;
            })
        .orElse(false);
  }

  /** What is out of sight cannot have the focus. */
  private void walkTo(Box box) {
    viewport.reveal(box);
    BoxView view = boxes.view(box);
    cull();
    view.requestFocus();
  }

  /** Zooms in by one step. */
  void larger() {
    viewport.zoom(STEP);
  }

  /** Zooms out by one step. */
  void smaller() {
    viewport.zoom(1 / STEP);
  }

  @Override
  protected void layoutChildren() {
    viewport.pane(getWidth(), getHeight());
    boolean some = lens.filter(now -> !now.boxes().isEmpty()).isPresent();
    if (fresh && getWidth() > 0 && some) {
      fresh = false;
      viewport.open();
    }
    sheet.resize(getWidth(), getHeight());
    sheetClip.setY(HEAD);
    sheetClip.setWidth(getWidth());
    sheetClip.setHeight(Math.max(0, getHeight() - HEAD));
    cull();
    double zoom = viewport.zoomProperty().get();
    headings.forEach((column, heading) -> {
      heading.setVisible(some);
      double left = viewport.move().getX() + column.x() * zoom;
      heading.resizeRelocate(left, 0, heading.prefWidth(-1), HEAD);
    });
  }

  /** Boxes out of sight are not drawn, and Tab passes them by; the arrows reach them. */
  private void cull() {
    if (boxes.cull(this::sees) && !making) {
      making = true;
      Toolkit.later().execute(this::make);
    }
  }

  private boolean sees(Box box) {
    return viewport.sees(box, HEAD);
  }

  /** Some boxes in each pulse, and not in its layout, where they would miss their styles. */
  private void make() {
    making = false;
    if (InSight.of(this)) {
      boxes.make(this::sees);
      requestLayout();
    }
  }
}
