package org.lazaretto.graph.raster;

import java.util.BitSet;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.Projection;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;

/** A map of a cluster with what is needed to paint it. */
record Stage(MapModel model, Overlay overlay, int width, int height) {
  static final Type TYPE = new Type(1);
  static final Look DARK = new Look(MapPalette.DARK, TYPE, Words.ENGLISH, true);

  static Stage of(ClusterSnapshot snapshot) {
    MapModel model =
        new MapModel(
            ClusterSnapshot.empty(Clusters.IDENTITY, Clusters.NOW),
            pod -> pod.ref().name().startsWith("agent"));
    model.apply(snapshot, ClusterChange.everything(snapshot));
    return new Stage(model, new Overlay(model), 800, 500);
  }

  MapScene scene(Camera camera, MapMarks marks, Focus focus, Look look) {
    overlay.update(model.frame(), marks, changed());
    Projection projection = new Projection(model.frame().grid(), camera, look.type().density());
    return new MapScene(model.frame(), projection, overlay, focus, look, Clusters.NOW);
  }

  BitSet changed() {
    BitSet boxes = new BitSet();
    model.frame().drain(boxes::set);
    return boxes;
  }

  int[] painted(Camera camera, MapMarks marks, Focus focus) {
    Raster raster = new Raster(width, height);
    raster.paint(scene(camera, marks, focus, DARK), Runnable::run);
    return raster.pixels();
  }
}
