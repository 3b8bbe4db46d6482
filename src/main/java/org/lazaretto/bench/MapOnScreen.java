package org.lazaretto.bench;

import java.nio.IntBuffer;
import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapPalette;
import org.lazaretto.graph.raster.MapScene;
import org.lazaretto.graph.raster.Raster;
import org.lazaretto.graph.raster.Type;
import org.lazaretto.graph.raster.Words;

/** The map as the window shows it: pixels in an image, painted anew for each camera. */
final class MapOnScreen {
  private final MapModel model;
  private final Overlay overlay;
  private final Executor helper;
  private final Look look = new Look(MapPalette.DARK, new Type(1), Words.ENGLISH, true);
  private final Raster raster = new Raster(Screen.WIDTH, Screen.HEIGHT);
  private final PixelBuffer<IntBuffer> buffer =
      new PixelBuffer<>(
          Screen.WIDTH,
          Screen.HEIGHT,
          IntBuffer.wrap(raster.pixels()),
          PixelFormat.getIntArgbPreInstance());

  MapOnScreen(MapModel model, Executor helper) {
    this.model = model;
    this.helper = helper;
    this.overlay = new Overlay(model);
    overlay.update(model.frame(), MapMarks.NONE, new BitSet());
  }

  Group content() {
    return new Group(new ImageView(new WritableImage(buffer)));
  }

  void show(Camera camera) {
    Projection projection = new Projection(model.frame().grid(), camera, 1);
    MapScene scene =
        new MapScene(model.frame(), projection, overlay, Focus.NONE, look, Instant.EPOCH);
    buffer.updateBuffer(_ -> {
      raster.paint(scene, helper);
      return new Rectangle2D(0, 0, raster.width(), raster.height());
    });
  }

  /** Everything, moved a little with each frame. */
  static Camera pan(Bounds world, int frame) {
    double swing = 60 * Math.sin(frame / 9.0);
    return Camera.fitting(world, Screen.WIDTH, Screen.HEIGHT).panned(swing, swing / 2);
  }

  /** In and out about the middle, from everything to a few hundred pods. */
  static Camera zoom(Bounds world, int frame) {
    double factor = Math.pow(14, 0.5 - 0.5 * Math.cos(frame / 20.0));
    return Camera.fitting(world, Screen.WIDTH, Screen.HEIGHT)
        .zoomed(Screen.WIDTH / 2.0, Screen.HEIGHT / 2.0, factor);
  }
}
