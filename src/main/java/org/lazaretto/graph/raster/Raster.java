package org.lazaretto.graph.raster;

import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lazaretto.graph.Projection;

/**
 * The picture of the map as premultiplied ARGB, all of it opaque. Belongs to one thread, which may
 * have a second one help.
 */
public final class Raster {
  private static final int FEW_BOXES = 48;
  private static final double REACH = 14;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final Shapes shapes = new Shapes();

  /** A picture of that size in pixels of the device, at least one by one. */
  public Raster(int width, int height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.pixels = new int[this.width * this.height];
  }

  /** What was painted of the picture. */
  public record Painted(int x, int y, int width, int height) {}

  /** The width. */
  public int width() {
    return width;
  }

  /** The height. */
  public int height() {
    return height;
  }

  /** The pixels, row by row: the ones that are painted, not a copy. */
  public int[] pixels() {
    return pixels;
  }

  /**
   * Paints everything, the lower half by a helper.
   *
   * @param helper runs it, at once or beside this thread, and never not at all
   */
  public Painted paint(MapScene scene, Executor helper) {
    MapPainter painter = painter(scene);
    Surface all = Surface.of(pixels, width, height);
    int half = height / 2;
    CompletableFuture<Void> lower =
        CompletableFuture.runAsync(
            () -> painter.paint(all.clipped(0, half, width, height)), helper);
    painter.paint(all.clipped(0, 0, width, half));
    lower.join();
    return new Painted(0, 0, width, height);
  }

  /** Paints only some boxes and what reaches over them, or everything if they are many. */
  public Painted paint(MapScene scene, BitSet boxes, Executor helper) {
    if (boxes.cardinality() > FEW_BOXES || far(scene, boxes)) {
      return paint(scene, helper);
    }
    MapPainter painter = painter(scene);
    Projection projection = scene.projection;
    int reach = scene.px(REACH);
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int box = boxes.nextSetBit(0);
        box >= 0 && box < projection.grid().size();
        box = boxes.nextSetBit(box + 1)) {
      int x = projection.boxLeft(box);
      int y = projection.boxTop(box);
      Surface part =
          Surface.of(pixels, width, height)
              .clipped(
                  x - reach,
                  y - reach,
                  x + projection.boxWidth() + reach,
                  y + projection.boxHeight() + reach);
      if (!part.empty()) {
        painter.paint(part);
        left = Math.min(left, part.clipLeft);
        top = Math.min(top, part.clipTop);
        right = Math.max(right, part.clipRight);
        bottom = Math.max(bottom, part.clipBottom);
      }
    }
    return left >= right
        ? new Painted(0, 0, 0, 0)
        : new Painted(left, top, right - left, bottom - top);
  }

  /** Whether a change of these boxes is seen outside of them: by lines, labels or the inset. */
  private boolean far(MapScene scene, BitSet boxes) {
    int slots = scene.frame.slots();
    int centre = scene.focus.centre();
    return scene.siblings().length > 0
        || (centre >= 0 && boxes.get(centre / slots))
        || (scene.focus.selected() >= 0 && boxes.get(scene.focus.selected() / slots))
        || inset(scene).isPresent();
  }

  private MapPainter painter(MapScene scene) {
    return new MapPainter(scene, shapes, inset(scene), new MarkPainter.Limits(width, height));
  }

  /** The inset of that scene in this picture, if it has one. */
  public Optional<Inset> inset(MapScene scene) {
    return Inset.of(
        scene.frame,
        scene.projection,
        scene.focus.box(),
        width,
        height,
        scene.look.type().density());
  }
}
