package org.lazaretto.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.find.Flag;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapPalette;
import org.lazaretto.graph.raster.Type;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Latest;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;

/** The map of an open incident, and the tools that belong above it. */
public final class MapPage implements Page {
  private static final double STEP = 1.25;
  private static final double WIDE = 440;

  private final Desk desk;
  private final MapModel map;
  private final MapViewModel model;
  private final MapView mapView;
  private final MapPicturePane picture;
  private final Parent view;
  private final MapTools tools;
  private final Legend legend = new Legend();
  private final Latest seen;
  private final Actions.Offer offer;
  private final List<Subscription> watched = new ArrayList<>();
  private final Background.Running following;
  private Optional<org.lazaretto.observe.Subscription> feed = Optional.empty();
  private boolean closed;
  @FXML private StackPane mapPane;
  @FXML private StackPane legendPane;

  /** The map of that desk; begins at once to follow what is seen of the cluster. */
  public MapPage(Desk desk) {
    this.desk = desk;
    this.map = new MapModel(desk.snapshot(), Flag::marks);
    this.model = new MapViewModel(map);
    this.picture =
        new MapPicturePane(
            model,
            desk.background().workers(),
            desk.incident().place().clock(),
            new Look(MapPalette.DARK, new Type(1), new BundleWords(), true));
    this.mapView = new MapView(model, picture);
    this.view = Pages.load("map/map", this);
    this.tools =
        new MapTools(
            model.zoomProperty(),
            new MapTools.Deeds(() -> zoom(1 / STEP), () -> zoom(STEP), this::fit));
    mapPane.getChildren().addFirst(mapView);
    legendPane.getChildren().setAll(legend.view());
    new MapMouse(mapView, model, desk::select);
    new MapKeys(mapView, model, desk::select, pod -> desk.askToMark(pod.ref()));
    this.seen = new Latest(desk.background().fx(), mapView::refresh);
    this.offer = desk.actions().offer(actions());
    watch();
    this.following = follow();
  }

  private void watch() {
    watched.add(
        desk.recordProperty()
            .subscribe(record -> {
              model.record(record);
              mapView.repaint();
            }));
    watched.add(
        desk.dimmingProperty()
            .subscribe(dimming -> {
              model.dim(dimming);
              mapView.repaint();
            }));
    watched.add(
        desk.previewProperty()
            .subscribe(preview -> {
              model.preview(preview, System.nanoTime());
              mapView.repaint();
            }));
    watched.add(
        desk.selectionProperty()
            .subscribe(selection -> {
              model.select(selection, System.nanoTime());
              mapView.repaint();
            }));
    watched.add(tools.legendProperty().subscribe(this::showLegend));
    watched.add(
        mapPane.widthProperty().subscribe(width -> tools.wide(width.doubleValue() >= WIDE)));
  }

  /** The first call lays out everything there is: not on the thread that draws. */
  private Background.Running follow() {
    return desk.background()
        .run(
            () ->
                desk.incident()
                    .follow((snapshot, change) -> {
                      map.apply(snapshot, change);
                      seen.changed();
                    }),
            this::fed,
            failure -> desk.tell(Notice.of(failure)));
  }

  private void fed(org.lazaretto.observe.Subscription subscription) {
    if (closed) {
      subscription.close();
    } else {
      feed = Optional.of(subscription);
    }
  }

  private List<Action> actions() {
    return List.of(
        action("fit", this::fit).on(Shortcut.typed("f")),
        action("zoomIn", () -> zoom(STEP)).on(Shortcut.typed("+")),
        action("zoomOut", () -> zoom(1 / STEP)).on(Shortcut.typed("-")),
        action("actual", this::actual).on(Shortcut.typed("0")),
        action("legend", this::turnLegend).on(Shortcut.typed("l")),
        action("compact", this::compact));
  }

  /** The graph has the same keys: one picture of the two is in sight. */
  private Action action(String name, Runnable deed) {
    return Action.of("map." + name, Texts.of("map.action." + name), deed).when(this::inSight);
  }

  private boolean inSight() {
    return InSight.of(view);
  }

  private void fit() {
    model.viewpoint().showWhole(System.nanoTime());
    mapView.repaint();
  }

  private void actual() {
    model.viewpoint().actual(System.nanoTime());
    mapView.repaint();
  }

  private void zoom(double factor) {
    model.viewpoint().zoom(model.viewpoint().width() / 2, model.viewpoint().height() / 2, factor);
    mapView.repaint();
  }

  private void turnLegend() {
    tools.legendProperty().set(!tools.legendProperty().get());
  }

  private void showLegend(boolean shown) {
    legendPane.setVisible(shown);
    legendPane.setManaged(shown);
    if (shown) {
      legend.show(picture.look());
    }
  }

  private void compact() {
    desk.background()
        .run(
            () -> {
              map.compact();
              return map;
            },
            _ -> {
              mapView.refresh();
              model.viewpoint().arranged(System.nanoTime());
              mapView.repaint();
            },
            failure -> desk.tell(Notice.of(failure)));
  }

  /** What belongs into the bar above the map. */
  public Parent tools() {
    return tools.view();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    closed = true;
    mapView.close();
    following.cancel();
    feed.ifPresent(org.lazaretto.observe.Subscription::close);
    watched.forEach(Subscription::unsubscribe);
    offer.close();
  }
}
