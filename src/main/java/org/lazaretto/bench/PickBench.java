package org.lazaretto.bench;

import java.util.BitSet;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.Hit;
import org.lazaretto.graph.HitTest;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;

/**
 * What it costs to find the pod under a pixel among 150,000. Against it, in the same run: what the
 * toolkit's thread spends when the pointer moves over one JavaFX node for each pod. Needs a
 * display.
 */
public final class PickBench {
  private static final int NODES = 5_000;
  private static final int PODS = 150_000;
  private static final int PICKS = 2_000_000;
  private static final int MOVES = 40;

  private PickBench() {}

  /** Measures both. */
  public static String run() throws BenchException, InterruptedException {
    MapModel model = MapBench.model(NODES, PODS);
    Camera camera = Camera.fitting(model.frame().grid().bounds(), Screen.WIDTH, Screen.HEIGHT);
    double ours =
        Math.max(
            1, Screen.median(picks(model, camera), picks(model, camera), picks(model, camera)));
    double theirs = moves(model, camera);
    return String.format(
        Locale.ROOT,
        "pick: %.0f ns among %d pods; %.2f ms by JavaFX%npick %.0f ns %.0fx against JavaFX picking",
        ours,
        PODS,
        theirs / 1e6,
        ours,
        theirs / ours);
  }

  private static double picks(MapModel model, Camera camera) {
    MapFrame frame = model.frame();
    Overlay overlay = new Overlay(model);
    overlay.update(frame, MapMarks.NONE, new BitSet());
    HitTest hits = new HitTest(frame, new Projection(frame.grid(), camera, 1), overlay, 1);
    Random random = new Random(1);
    int[] points = random.ints(8_192, 0, Screen.WIDTH * Screen.HEIGHT).toArray();
    int found = 0;
    long began = Screen.threadCpu();
    for (int i = 0; i < PICKS; i++) {
      int point = points[i & 8_191];
      found += hits.at(point % Screen.WIDTH, point / Screen.WIDTH) instanceof Hit.OfPod ? 1 : 0;
    }
    double spent = Screen.threadCpu() - began;
    return found == 0 ? 0 : spent / PICKS;
  }

  private static double moves(MapModel model, Camera camera)
      throws BenchException, InterruptedException {
    Screen screen = Screen.open();
    NodePerPod nodes = Screen.on(() -> new NodePerPod(model));
    AtomicInteger seen = new AtomicInteger();
    Screen.on(() -> {
      nodes.show(camera);
      return true;
    });
    screen.show(nodes::content);
    Robot robot = Screen.on(Robot::new);
    Screen.on(() -> {
      screen.scene().addEventFilter(MouseEvent.MOUSE_MOVED, _ -> seen.incrementAndGet());
      return true;
    });
    long[] spent = new long[MOVES];
    for (int i = 0; i < MOVES; i++) {
      int x = 200 + 37 * i;
      spent[i] = move(robot, seen, x, 100 + 20 * i);
    }
    screen.close();
    double[] figures = java.util.Arrays.stream(spent).asDoubleStream().toArray();
    return Screen.median(figures);
  }

  /** What the toolkit's thread has spent until it has told of the move. */
  private static long move(Robot robot, AtomicInteger seen, int x, int y)
      throws BenchException, InterruptedException {
    int before = seen.get();
    long began = Screen.on(Screen::threadCpu);
    Screen.on(() -> {
      robot.mouseMove(x, y);
      return true;
    });
    for (int i = 0; i < 100 && seen.get() == before; i++) {
      Thread.sleep(5);
    }
    if (seen.get() == before) {
      throw new BenchException("The pointer did not move: there is no display that has one.");
    }
    return Screen.on(Screen::threadCpu) - began;
  }
}
