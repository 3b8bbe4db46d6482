package org.lazaretto.ui.map;

import java.util.Optional;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.Camera;

/**
 * Where the responder looks from. As long as nobody has moved it, it shows everything, whatever the
 * size of the window and the cluster.
 */
final class Viewpoint {
  /** How long a flight takes, in nanoseconds. */
  static final long FLIGHT = 180_000_000L;

  private Bounds world = new Bounds(0, 0, 1, 1);
  private double width = 1;
  private double height = 1;
  private Camera camera = Camera.START;
  private boolean whole = true;
  private boolean settling;
  private Optional<Flight> flight = Optional.empty();

  private record Flight(Camera from, Camera to, long began) {}

  Camera camera() {
    return camera;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Whether it shows everything and will go on to. */
  boolean whole() {
    return whole;
  }

  /** The view has another size, in logical pixels. */
  void resize(double newWidth, double newHeight) {
    width = Math.max(1, newWidth);
    height = Math.max(1, newHeight);
    follow();
  }

  /**
   * The world is another one. A larger one is shown whole; for a smaller one nobody moves: pods
   * that wait for a node come and go, and the map should not breathe with them.
   */
  void world(Bounds now) {
    boolean smaller = now.width() <= world.width() && now.height() <= world.height();
    boolean other = !now.equals(world);
    world = now;
    if (!smaller || (settling && other)) {
      settling = false;
      follow();
    }
  }

  /**
   * What a plan moved is where it stays. The pods that waited meanwhile may still be in the world:
   * it is shown whole now, and once more when they are gone.
   */
  void settle(long now) {
    arranged(now);
    settling = true;
  }

  /** What was arranged anew is shown whole, if everything was. */
  void arranged(long now) {
    if (whole) {
      showWhole(now);
    }
  }

  private void follow() {
    if (whole) {
      flight = Optional.empty();
      camera = Camera.fitting(world, width, height);
    }
  }

  void pan(double dx, double dy) {
    moved(camera.panned(dx, dy));
  }

  void zoom(double px, double py, double factor) {
    moved(camera.zoomed(px, py, factor));
  }

  private void moved(Camera next) {
    whole = false;
    flight = Optional.empty();
    camera = next.kept(world, width, height);
  }

  /** Shows everything, and goes on to. */
  void showWhole(long now) {
    fly(Camera.fitting(world, width, height), now);
    whole = true;
  }

  /** Shows an area as large as it fits, no larger than 100 %. */
  void show(Bounds area, long now) {
    whole = false;
    fly(Camera.centred(area, Camera.fitting(area, width, height).scale(), width, height), now);
  }

  /** Shows an area in the middle, at least at that scale. */
  void approach(Bounds area, double least, long now) {
    whole = false;
    fly(Camera.centred(area, Math.max(least, camera.scale()), width, height), now);
  }

  /** Shows 100 % about the middle. */
  void actual(long now) {
    whole = false;
    fly(camera.zoomed(width / 2, height / 2, 1 / camera.scale()), now);
  }

  private void fly(Camera to, long now) {
    flight = Optional.of(new Flight(camera, to.kept(world, width, height), now));
  }

  /** Whether all of an area of the world is in sight. */
  boolean sees(Bounds area) {
    Bounds sight = camera.sight(width, height);
    return area.x() >= sight.x()
        && area.right() <= sight.right()
        && area.y() >= sight.y()
        && area.bottom() <= sight.bottom();
  }

  /** Goes on with a flight; answers whether there was one. */
  boolean advance(long now) {
    if (flight.isEmpty()) {
      return false;
    }
    Flight way = flight.get();
    double part = Math.max(0, Math.min(1, (now - way.began()) / (double) FLIGHT));
    camera = way.from().towards(way.to(), part, width, height);
    if (part >= 1) {
      flight = Optional.empty();
    }
    return true;
  }

  /** Whether a flight is under way. */
  boolean flying() {
    return flight.isPresent();
  }
}
