package org.lazaretto.bench;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.MapModel;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;

/**
 * What a frame costs while 150,000 pods on 5,000 nodes are panned and zoomed at 1920×1080: CPU of
 * the toolkit's thread and of all threads. Against it, in the same run: one JavaFX node for each
 * pod, with its label. Needs a display.
 */
public final class MapBench {
  private static final int NODES = 5_000;
  private static final int PODS = 150_000;
  private static final int FRAMES = 360;
  private static final int FEW_FRAMES = 15;

  private MapBench() {}

  /** Measures both. */
  public static String run() throws BenchException, InterruptedException {
    MapModel model = model(NODES, PODS);
    Bounds world = model.frame().grid().bounds();
    Screen screen = Screen.open();
    try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
      MapOnScreen map = new MapOnScreen(model, helper);
      screen.show(map::content);
      screen.measure(FRAMES, frame -> map.show(MapOnScreen.zoom(world, frame)));
      Screen.Cost pan = screen.measure(FRAMES, frame -> map.show(MapOnScreen.pan(world, frame)));
      Screen.Cost zoom = screen.measure(FRAMES, frame -> map.show(MapOnScreen.zoom(world, frame)));
      NodePerPod nodes = Screen.on(() -> new NodePerPod(model));
      screen.show(nodes::content);
      Screen.Cost slowPan =
          screen.measure(FEW_FRAMES, frame -> nodes.show(MapOnScreen.pan(world, frame)));
      screen.close();
      return told(pan, zoom, slowPan);
    }
  }

  private static String told(Screen.Cost pan, Screen.Cost zoom, Screen.Cost slow) {
    return String.format(
        Locale.ROOT,
        "map: CPU a frame of %d pods at %dx%d%n  pan: %s%n  zoom: %s%n"
            + "  pan, a JavaFX node and a label a pod: %s%n"
            + "map %.1f ms/frame %.1fx against one JavaFX node per pod",
        PODS,
        Screen.WIDTH,
        Screen.HEIGHT,
        pan.text(),
        zoom.text(),
        slow.text(),
        pan.all(),
        slow.all() / pan.all());
  }

  /** A map of so many pods, all listed. */
  static MapModel model(int nodes, int pods) {
    ClusterSnapshot snapshot = ManyPods.of(nodes, pods);
    for (ObservedKind kind : ObservedKind.values()) {
      snapshot = snapshot.withHealth(kind, new KindHealth.Synced(snapshot.asOf()));
    }
    MapModel model = new MapModel(snapshot, _ -> false);
    model.apply(snapshot, ClusterChange.everything(snapshot));
    return model;
  }
}
