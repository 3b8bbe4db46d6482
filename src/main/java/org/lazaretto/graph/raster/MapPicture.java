package org.lazaretto.graph.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.BitSet;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;

/** Pictures of the map as PNG, drawn by the same hand as the window. */
public final class MapPicture {
  private final MapModel model;
  private final Look look;

  /** Pictures of that model. Its writer may go on meanwhile. */
  public MapPicture(MapModel model, Look look) {
    this.model = model;
    this.look = look;
  }

  /** Everything there is, in a picture of that size in logical pixels. */
  public byte[] whole(MapMarks marks, int width, int height, Instant now) {
    return part(model.frame().grid().bounds(), marks, width, height, now);
  }

  /** A part of the world, such as {@link org.lazaretto.graph.NodeGrid#boundsOf} one node. */
  public byte[] part(Bounds area, MapMarks marks, int width, int height, Instant now) {
    double density = look.type().density();
    MapFrame frame = model.frame();
    Overlay overlay = new Overlay(model);
    overlay.update(frame, marks, new BitSet());
    Projection projection =
        new Projection(frame.grid(), Camera.fitting(area, width, height), density);
    MapScene scene = new MapScene(frame, projection, overlay, Focus.NONE, look, now);
    Raster raster = new Raster((int) (width * density), (int) (height * density));
    raster.paint(scene, Runnable::run);
    return png(raster);
  }

  /** A picture as PNG. */
  public static byte[] png(Raster raster) {
    BufferedImage image =
        new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, raster.width(), raster.height(), raster.pixels(), 0, raster.width());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
