package org.lazaretto.execute;

import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.graph.Bounds;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapPalette;
import org.lazaretto.graph.raster.MapPicture;
import org.lazaretto.graph.raster.Type;
import org.lazaretto.graph.raster.Words;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Journal;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;

/**
 * The map as it is drawn for a report: on paper, twice as dense as the page, the whole cluster.
 * Nothing changes its place from one picture to the next, so that two of them can be compared. For
 * one thread at a time.
 */
final class MapDrawing {
  private static final int WIDTH = 788;
  private static final int LEAST_HEIGHT = 140;
  private static final int GREATEST_HEIGHT = 900;
  private static final Look PAPER = new Look(MapPalette.LIGHT, new Type(2), Words.ENGLISH, false);

  private final MapModel model;
  private ClusterSnapshot drawn;

  MapDrawing(ClusterSnapshot first) {
    this.drawn = ClusterSnapshot.empty(first.cluster(), first.asOf());
    this.model = new MapModel(drawn, _ -> false);
  }

  /** A PNG of what is seen, with the suspects and the evidence that the journal knows. */
  byte[] draw(ClusterSnapshot seen, MapMarks marks) {
    model.apply(seen, ClusterChange.between(drawn, seen));
    drawn = seen;
    Bounds all = model.frame().grid().bounds();
    double scale = Math.min(1, (WIDTH - 2 * Camera.MARGIN) / all.width());
    int height = (int) Math.ceil(all.height() * scale + 2 * Camera.MARGIN);
    return new MapPicture(model, PAPER)
        .whole(marks, WIDTH, Math.clamp(height, LEAST_HEIGHT, GREATEST_HEIGHT), seen.asOf());
  }

  /** The marks of a case on the map. */
  static MapMarks marks(Journal journal, Set<String> suspects) {
    Set<String> captured =
        journal.lines().stream()
            .map(line -> line.entry())
            .filter(Entry.EvidenceTaken.class::isInstance)
            .map(entry -> ((Entry.EvidenceTaken) entry).item().draft().source().uid())
            .collect(Collectors.toSet());
    return MapMarks.NONE.withSuspects(suspects).withCaptured(captured);
  }

  /** What is to be seen on it, in words, for who cannot see it. */
  static String told(ClusterSnapshot seen, Set<String> suspects) {
    long cordoned = seen.nodes().stream().filter(Node::unschedulable).count();
    long marked = suspects.stream().filter(uid -> seen.pod(uid).isPresent()).count();
    return "%d nodes, %d of them cordoned; %d pods, %d of them suspect"
        .formatted(seen.nodes().size(), cordoned, seen.podCount(), marked);
  }
}
