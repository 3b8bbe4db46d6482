package org.lazaretto.ui.map;

import java.nio.IntBuffer;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.lazaretto.graph.Hit;
import org.lazaretto.graph.HitTest;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Projection;
import org.lazaretto.graph.raster.Inset;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapScene;
import org.lazaretto.graph.raster.Raster;

/** The pixels of the map and the image that shows them; knows no events. */
final class MapPicturePane {
  private final MapViewModel model;
  private final Executor helper;
  private final InstantSource clock;
  private final ImageView image = new ImageView();
  private Raster raster = new Raster(1, 1);
  private PixelBuffer<IntBuffer> buffer = buffer(raster);
  private Look look;
  private double density;
  private Projection projection;
  private Optional<Inset> inset = Optional.empty();

  MapPicturePane(MapViewModel model, Executor helper, InstantSource clock, Look look) {
    this.model = model;
    this.helper = helper;
    this.clock = clock;
    this.look = look;
    this.density = 1;
    this.projection = new Projection(NodeGrid.EMPTY, model.viewpoint().camera(), 1);
    image.setSmooth(false);
    image.setMouseTransparent(true);
  }

  private static PixelBuffer<IntBuffer> buffer(Raster raster) {
    return new PixelBuffer<>(
        raster.width(),
        raster.height(),
        IntBuffer.wrap(raster.pixels()),
        PixelFormat.getIntArgbPreInstance());
  }

  ImageView image() {
    return image;
  }

  Look look() {
    return look;
  }

  /** Looks otherwise from the next painting on. */
  void look(Look other, double pixels) {
    look = other;
    density = pixels;
  }

  /** Whether what comes and goes fades, or is there and then not. */
  void fade(boolean fading) {
    if (look.motion() != fading) {
      look = look.with(fading);
    }
  }

  /** Has as many pixels as the view needs; answers whether they are other ones. */
  boolean fit() {
    int width = (int) Math.ceil(model.viewpoint().width() * density);
    int height = (int) Math.ceil(model.viewpoint().height() * density);
    if (raster.width() == width && raster.height() == height && image.getImage() != null) {
      return false;
    }
    raster = new Raster(width, height);
    buffer = buffer(raster);
    image.setImage(new WritableImage(buffer));
    image.setFitWidth(raster.width() / density);
    image.setFitHeight(raster.height() / density);
    return true;
  }

  /** Paints what has changed; answers whether it has to be painted again though nothing changes. */
  boolean paint(MapViewModel.Change change) {
    projection = new Projection(model.frame().grid(), model.viewpoint().camera(), density);
    MapScene scene =
        new MapScene(
            model.frame(), projection, model.overlay(), model.focus(), look, clock.instant());
    inset = raster.inset(scene);
    buffer.updateBuffer(_ -> {
      Raster.Painted painted =
          switch (change) {
            case MapViewModel.Change.All() -> raster.paint(scene, helper);
            case MapViewModel.Change.Boxes(BitSet boxes) -> raster.paint(scene, boxes, helper);
          };
      return new Rectangle2D(painted.x(), painted.y(), painted.width(), painted.height());
    });
    return scene.fading();
  }

  /** What lies under a point of the view, as it was painted last. */
  Hit hit(double x, double y) {
    int px = (int) (x * density);
    int py = (int) (y * density);
    if (inset.filter(panel -> panel.holds(px, py)).isPresent()) {
      int cell = inset.get().cellAt(px, py, density);
      return cell == NodeGrid.NONE ? new Hit.OfNode(inset.get().box()) : new Hit.OfPod(cell);
    }
    return new HitTest(model.frame(), projection, model.overlay(), density).at(px, py);
  }
}
