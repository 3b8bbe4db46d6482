package org.lazaretto.report;

import java.util.List;

/**
 * What happened when, as a drawing and in words.
 *
 * @param moments the same in words, for those who cannot see the drawing
 * @param drawing the drawing; without bars and dots if nothing happened yet
 */
public record Timeline(List<Moment> moments, Drawing drawing) {
  /** Copies what it is given. */
  public Timeline {
    moments = List.copyOf(moments);
  }

  /** One thing that happened; {@code end} is empty for what took no time. */
  public record Moment(String start, String end, String text) {}

  /**
   * Shapes in pixels of a picture {@link TimelineDrawing#WIDTH} wide.
   *
   * @param height of the picture
   * @param axis the height at which time runs
   */
  public record Drawing(
      int height, int axis, List<Bar> bars, List<Dot> dots, List<Tick> ticks, List<Label> labels) {
    /** Copies what it is given. */
    public Drawing {
      bars = List.copyOf(bars);
      dots = List.copyOf(dots);
      ticks = List.copyOf(ticks);
      labels = List.copyOf(labels);
    }
  }

  /** Something that took time; {@code tone} is its style class. */
  public record Bar(int x, int width, String tone) {}

  /** Something that took none. */
  public record Dot(int x, String tone) {}

  /** A time under the axis. */
  public record Tick(int x, String text) {}

  /**
   * Words beside a shape.
   *
   * @param x the middle of the words
   * @param y their base line
   * @param anchor the middle of the shape that they name
   * @param from the end of the leader line at the words; equal to {@code to} if there is none
   * @param to the end of the leader line at the shape
   */
  public record Label(int x, int y, int anchor, int from, int to, String tone, String text) {
    /** Whether a line leads from the words to the shape. */
    public boolean led() {
      return from != to;
    }
  }
}
