package org.lazaretto.ui.map;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.lazaretto.graph.Detail;
import org.lazaretto.graph.Direction;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.Hit;
import org.lazaretto.graph.MapFrame;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.MapModel;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.Overlay;
import org.lazaretto.graph.PlanPreview;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.desk.CaseState;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Texts;

/** What the map shows and where its responder looks; decides, draws nothing. */
final class MapViewModel {
  private static final double READABLE = 0.8;

  private final MapModel model;
  private final Overlay overlay;
  private final Viewpoint viewpoint = new Viewpoint();
  private final ReadOnlyStringWrapper zoom = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private MapFrame frame;
  private MapMarks marks = MapMarks.NONE;
  private Selection selection = Selection.NOTHING;
  private Selection chosenHere = Selection.NOTHING;
  private Focus focus = Focus.NONE;
  private Optional<String> hovered = Optional.empty();

  /** What has to be painted. */
  sealed interface Change {
    /** Everything. */
    record All() implements Change {}

    /** These boxes. */
    record Boxes(BitSet boxes) implements Change {}
  }

  MapViewModel(MapModel model) {
    this.model = model;
    this.overlay = new Overlay(model);
    this.frame = model.frame();
    overlay.update(frame, marks, new BitSet());
    tell();
  }

  Viewpoint viewpoint() {
    return viewpoint;
  }

  MapFrame frame() {
    return frame;
  }

  Overlay overlay() {
    return overlay;
  }

  Focus focus() {
    return focus;
  }

  /** How near the map is, in words. */
  ReadOnlyStringProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** What is selected and how the map stands, to be spoken. */
  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Takes in what the model has become; answers what to paint, nothing if it is as it was. */
  Optional<Change> refresh() {
    MapFrame now = model.frame();
    BitSet boxes = new BitSet();
    now.drain(boxes::set);
    boolean other =
        now.version() != frame.version() || !now.staleSince().equals(frame.staleSince());
    frame = now;
    if (other) {
      viewpoint.world(frame.grid().bounds());
    }
    other |= overlay.update(frame, marks, boxes);
    Focus before = focus;
    look();
    tell();
    if (other || !before.equals(focus)) {
      return Optional.of(new Change.All());
    }
    return boxes.isEmpty() ? Optional.empty() : Optional.of(new Change.Boxes(boxes));
  }

  /** Suspects and evidence are others. */
  void record(CaseState record) {
    mark(
        marks
            .withSuspects(record.suspects().stream().map(PodRef::uid).collect(Collectors.toSet()))
            .withCaptured(record.captured()));
  }

  void dim(Dimming dimming) {
    mark(marks.withLit(dimming.none() ? Optional.empty() : Optional.of(dimming.lit())));
  }

  /** A plan is shown, or no longer: then the map is shown whole again, if it was. */
  void preview(Preview preview, long now) {
    if (preview.none() && !marks.preview().none()) {
      viewpoint.settle(now);
    }
    mark(
        marks.withPreview(
            new PlanPreview(
                preview.pods().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> fate(entry.getValue()))),
                preview.nodes(),
                preview.arrivals())));
  }

  private static PlanPreview.Fate fate(Preview.Fate fate) {
    return switch (fate) {
      case STAYS -> PlanPreview.Fate.STAYS;
      case MOVES -> PlanPreview.Fate.MOVES;
      case TOUCHED -> PlanPreview.Fate.TOUCHED;
    };
  }

  private void mark(MapMarks now) {
    marks = now;
    overlay.update(frame, marks, new BitSet());
    tell();
  }

  /** Something is selected, here or elsewhere; what is selected elsewhere is brought in sight. */
  void select(Selection what, long now) {
    selection = what;
    look();
    tell();
    if (what.equals(chosenHere)) {
      return;
    }
    chosenHere = Selection.NOTHING;
    if (focus.selected() != NodeGrid.NONE) {
      bring(focus.selected(), now);
    } else if (focus.box() != NodeGrid.NONE && !readable(focus.box())) {
      viewpoint.show(frame.grid().boundsOf(focus.box()), now);
    }
  }

  private void bring(int cell, long now) {
    boolean near = Detail.of(viewpoint.camera().cellWidth()).atLeast(Detail.SIGNS);
    if (!near || !viewpoint.sees(frame.grid().boundsOfCell(cell))) {
      viewpoint.approach(frame.grid().boundsOfCell(cell), near ? 0 : READABLE, now);
    }
  }

  private boolean readable(int box) {
    return viewpoint.sees(frame.grid().boundsOf(box))
        && Detail.of(viewpoint.camera().cellWidth()).atLeast(Detail.SIGNS);
  }

  /** What a hit selects: chosen here, so that the map stays where it is. */
  Selection choose(Hit hit) {
    chosenHere =
        switch (hit) {
          case Hit.OfPod(var cell) -> Walk.pod(frame, cell);
          case Hit.OfNode(var box) -> new Selection.OfNode(frame.grid().box(box).node());
          case Hit.Nothing() -> Selection.NOTHING;
        };
    return chosenHere;
  }

  /** What an arrow key selects; the map moves with it where it would leave the sight. */
  Selection walk(Direction direction, boolean nodes, long now) {
    return chosen(walk(now).step(direction, nodes));
  }

  /** The next or last pod of the same owner, in the order of the map. */
  Selection walkSiblings(boolean forward, long now) {
    return chosen(walk(now).sibling(overlay, forward));
  }

  private Walk walk(long now) {
    return new Walk(frame, focus, viewpoint, now);
  }

  private Selection chosen(Optional<Selection> arrived) {
    arrived.ifPresent(there -> chosenHere = there);
    return arrived.orElse(selection);
  }

  /** The node that a selection stands on: that of a pod, or the node itself. */
  void showNode(Hit hit, long now) {
    switch (hit) {
      case Hit.OfPod(var cell) -> viewpoint.show(frame.grid().boundsOf(cell / frame.slots()), now);
      case Hit.OfNode(var box) -> viewpoint.show(frame.grid().boundsOf(box), now);
      case Hit.Nothing() -> viewpoint.showWhole(now);
    }
  }

  /** The pointer is over something else; answers whether it is. */
  boolean hover(Hit hit) {
    Optional<String> now =
        hit instanceof Hit.OfPod(var cell)
            ? frame.pod(cell).map(pod -> pod.ref().uid())
            : Optional.empty();
    if (now.equals(hovered)) {
      return false;
    }
    hovered = now;
    look();
    return true;
  }

  /** The pod under the pointer, in words; empty if there is none. */
  Optional<String> hoverText() {
    return hovered.flatMap(frame.snapshot()::pod).map(pod -> new PodWords(frame).hover(pod, marks));
  }

  /** The selected pod, if it is there. */
  Optional<Pod> selectedPod() {
    return selection instanceof Selection.OfPod(var ref)
        ? frame.snapshot().pod(ref.uid())
        : Optional.empty();
  }

  /** Whether anything is selected. */
  boolean selected() {
    return !selection.equals(Selection.NOTHING);
  }

  private void look() {
    focus = new Gaze(model, frame, selection).with(hovered);
  }

  private void tell() {
    summary.set(new PodWords(frame).summary(selection, marks));
  }

  /** Says how near the map is, after it has moved. */
  void tellZoom() {
    double scale = viewpoint.camera().scale();
    String near =
        Detail.of(viewpoint.camera().cellWidth()).atLeast(Detail.GAPS)
            ? Texts.of("map.zoom.percent", Math.round(scale * 100))
            : Texts.of("map.zoom.pixels", viewpoint.camera().cellWidth());
    zoom.set(viewpoint.whole() && scale < 1 ? Texts.of("map.zoom.fit", near) : near);
  }
}
