package org.lazaretto.graph.raster;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The signs of the map, drawn rather than taken from a font: no machine lacks one. */
enum Sign {
  /** A suspect. */
  DIAMOND {
    @Override
    void draw(Graphics2D g, double size) {
      g.fill(path(size, true, 0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5));
    }
  },
  /** What has failed. */
  CROSS {
    @Override
    void draw(Graphics2D g, double size) {
      stroke(g, size, 0.16);
      g.draw(new Line2D.Double(0.2 * size, 0.2 * size, 0.8 * size, 0.8 * size));
      g.draw(new Line2D.Double(0.8 * size, 0.2 * size, 0.2 * size, 0.8 * size));
    }
  },
  /** What is captured. */
  CHECK {
    @Override
    void draw(Graphics2D g, double size) {
      stroke(g, size, 0.16);
      g.draw(path(size, false, 0.12, 0.55, 0.4, 0.82, 0.88, 0.2));
    }
  },
  /** What is flagged. */
  BANG {
    @Override
    void draw(Graphics2D g, double size) {
      g.fill(path(size, true, 0.38, 0.05, 0.62, 0.05, 0.57, 0.64, 0.43, 0.64));
      g.fill(new Ellipse2D.Double(0.38 * size, 0.74 * size, 0.24 * size, 0.24 * size));
    }
  },
  /** What leaves. */
  LEAVES {
    @Override
    void draw(Graphics2D g, double size) {
      stroke(g, size, 0.13);
      g.draw(path(size, false, 0.38, 0.18, 0.68, 0.5, 0.38, 0.82));
    }
  },
  /** What arrives. */
  ARRIVES {
    @Override
    void draw(Graphics2D g, double size) {
      stroke(g, size, 0.13);
      g.draw(path(size, false, 0.62, 0.18, 0.32, 0.5, 0.62, 0.82));
    }
  },
  /** A node that takes no pods. */
  BARRED {
    @Override
    void draw(Graphics2D g, double size) {
      stroke(g, size, 0.11);
      g.draw(new Ellipse2D.Double(0.1 * size, 0.1 * size, 0.8 * size, 0.8 * size));
      g.draw(new Line2D.Double(0.24 * size, 0.76 * size, 0.76 * size, 0.24 * size));
    }
  },
  /** A node that is cut off. */
  LOCK {
    @Override
    void draw(Graphics2D g, double size) {
      g.fill(
          new RoundRectangle2D.Double(
              0.16 * size, 0.44 * size, 0.68 * size, 0.5 * size, 0.16 * size, 0.16 * size));
      stroke(g, size, 0.12);
      g.draw(
          new RoundRectangle2D.Double(
              0.3 * size, 0.1 * size, 0.4 * size, 0.6 * size, 0.4 * size, 0.4 * size));
    }
  },
  /** What is not known. */
  UNKNOWN {
    @Override
    void draw(Graphics2D g, double size) {
      stroke(g, size, 0.14);
      Path2D hook = new Path2D.Double();
      hook.moveTo(0.28 * size, 0.3 * size);
      hook.curveTo(0.28 * size, 0.02 * size, 0.76 * size, 0.04 * size, 0.72 * size, 0.34 * size);
      hook.curveTo(0.7 * size, 0.5 * size, 0.5 * size, 0.48 * size, 0.5 * size, 0.66 * size);
      g.draw(hook);
      g.fill(new Ellipse2D.Double(0.41 * size, 0.78 * size, 0.19 * size, 0.19 * size));
    }
  },
  /** Around a suspect, seen from afar. */
  HALO {
    @Override
    void draw(Graphics2D g, double size) {
      ring(g, size, 0.08);
    }
  },
  /** Around a flagged pod, seen from afar. */
  RING {
    @Override
    void draw(Graphics2D g, double size) {
      ring(g, size, 0.11);
    }
  },
  /** A suspect that is cut off. */
  RINGED_DIAMOND {
    @Override
    void draw(Graphics2D g, double size) {
      ring(g, size, 0.1);
      g.fill(path(size, true, 0.5, 0.24, 0.76, 0.5, 0.5, 0.76, 0.24, 0.5));
    }
  };

  /** Draws it in white into a square of that size. */
  abstract void draw(Graphics2D g, double size);

  private static void ring(Graphics2D g, double size, double width) {
    stroke(g, size, width);
    double inset = width / 2 * size + 0.25;
    g.draw(new Ellipse2D.Double(inset, inset, size - 2 * inset, size - 2 * inset));
  }

  private static void stroke(Graphics2D g, double size, double width) {
    g.setStroke(
        new BasicStroke(
            (float) Math.max(1, width * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static Path2D path(double size, boolean closed, double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0] * size, points[1] * size);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i] * size, points[i + 1] * size);
    }
    if (closed) {
      path.closePath();
    }
    return path;
  }
}
