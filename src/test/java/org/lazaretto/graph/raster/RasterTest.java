package org.lazaretto.graph.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lazaretto.fixture.Changes;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.graph.Camera;
import org.lazaretto.graph.Focus;
import org.lazaretto.graph.MapMarks;
import org.lazaretto.graph.NodeGrid;
import org.lazaretto.graph.PlanPreview;
import org.lazaretto.graph.Projection;
import org.lazaretto.model.ClusterChange;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;

class RasterTest {
  private static final String MINER = Clusters.miner().uid();
  private static final MapMarks SUSPECT = MapMarks.NONE.withSuspects(Set.of(MINER));

  private final Stage shop = Stage.of(Clusters.shop().node("node-b1", Changes::cordoned).build());

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.024, 0.05, 0.1, 0.2, 0.5, 1, 2.3, 6})
  void a_suspect_is_seen_at_any_zoom(double scale) {
    Camera camera = camera(scale);

    assertThat(count(shop.painted(camera, SUSPECT, Focus.NONE), this::suspicious))
        .isGreaterThanOrEqualTo(36);
    assertThat(count(shop.painted(camera, MapMarks.NONE, Focus.NONE), this::suspicious)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.03, 0.1, 0.2, 0.7, 1.9})
  void what_is_painted_box_by_box_is_what_is_painted_at_once(double scale) {
    Stage stage = Stage.of(Clusters.large(300, 6_000));
    Random random = new Random(5);
    Camera camera = new Camera(40.3, 31.7, scale);
    Raster parts = new Raster(stage.width(), stage.height());
    parts.paint(stage.scene(camera, SUSPECT, Focus.NONE, Stage.DARK), Runnable::run);
    for (int i = 0; i < 30; i++) {
      change(stage, random, i);
      BitSet boxes = stage.changed();
      stage.overlay().update(stage.model().frame(), SUSPECT, boxes);
      parts.paint(stage.scene(camera, SUSPECT, Focus.NONE, Stage.DARK), boxes, Runnable::run);
    }

    int[] whole = stage.painted(camera, SUSPECT, Focus.NONE);

    assertThat(Arrays.mismatch(parts.pixels(), whole)).isEqualTo(-1);
  }

  @Test
  void one_changed_pod_repaints_its_box_only() {
    Stage stage = Stage.of(Clusters.large(300, 6_000));
    Raster raster = new Raster(stage.width(), stage.height());
    raster.paint(stage.scene(Camera.START, SUSPECT, Focus.NONE, Stage.DARK), Runnable::run);
    Pod pod = stage.model().frame().snapshot().podsOn("node-0").getFirst();
    ClusterSnapshot next = stage.model().frame().snapshot().with(List.of(Changes.unready(pod)));
    stage.model().apply(next, pods(Changes.unready(pod)));

    BitSet boxes = stage.changed();
    Raster.Painted painted =
        raster.paint(
            stage.scene(Camera.START, SUSPECT, Focus.NONE, Stage.DARK), boxes, Runnable::run);

    int edge = stage.model().frame().grid().shape().width() + 28;
    assertThat(boxes.cardinality()).isEqualTo(1);
    assertThat(painted.width()).isLessThanOrEqualTo(edge);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.11, 0.4, 1})
  void two_threads_paint_what_one_paints(double scale) {
    Camera camera = camera(scale);
    int[] one = shop.painted(camera, SUSPECT, looking());
    Raster two = new Raster(shop.width(), shop.height());
    try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
      two.paint(shop.scene(camera, SUSPECT, looking(), Stage.DARK), helper);
    }
    assertThat(two.pixels()).isEqualTo(one);
  }

  @Test
  void every_pixel_is_opaque() {
    for (double scale = 0.005; scale < 6; scale *= 1.3) {
      int[] pixels = shop.painted(camera(scale), SUSPECT, looking());
      assertThat(Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xff)).isTrue();
    }
  }

  @Test
  void a_filter_dims_and_removes_nothing() {
    int cell = shop.model().cellOf(MINER);
    Projection projection = new Projection(shop.model().frame().grid(), Camera.START, 1);
    int at = (projection.cellTop(cell) + 3) * shop.width() + projection.cellLeft(cell) + 30;
    int lit = shop.painted(Camera.START, MapMarks.NONE, Focus.NONE)[at];
    int dim =
        shop.painted(Camera.START, MapMarks.NONE.withLit(Optional.of(p -> false)), Focus.NONE)[at];

    assertThat(lit).isEqualTo(MapPalette.DARK.of(Ink.CELL));
    assertThat(dim).isNotEqualTo(lit).isNotEqualTo(MapPalette.DARK.of(Ink.BOX));
  }

  @Test
  void what_a_plan_moves_is_an_outline_and_what_arrives_another() {
    PlanPreview preview =
        new PlanPreview(
            Map.of(MINER, PlanPreview.Fate.MOVES),
            Set.of("node-a1"),
            Map.of("node-b1", List.of("web")));

    int[] pixels = shop.painted(Camera.START, MapMarks.NONE.withPreview(preview), Focus.NONE);

    assertThat(count(pixels, ink(Ink.ACCENT))).isGreaterThan(60);
    assertThat(count(pixels, ink(Ink.GOOD))).isGreaterThan(60);
    assertThat(count(pixels, ink(Ink.CELL))).isZero();
  }

  @Test
  void a_cordoned_node_is_striped_and_a_stale_map_greyed() {
    int[] plain = shop.painted(Camera.START, MapMarks.NONE, Focus.NONE);
    assertThat(count(plain, ink(Ink.HATCH))).isGreaterThan(500);
    assertThat(count(plain, ink(Ink.CELL))).isGreaterThan(5_000);

    ClusterSnapshot stale =
        shop.model()
            .frame()
            .snapshot()
            .withHealth(ObservedKind.POD, new KindHealth.Stale(Clusters.NOW, "silent"));
    shop.model().apply(stale, ClusterChange.NONE);

    assertThat(count(shop.painted(Camera.START, MapMarks.NONE, Focus.NONE), ink(Ink.CELL)))
        .isZero();
  }

  @Test
  void hostile_names_stay_in_their_boxes() {
    ClusterSnapshot snapshot =
        Clusters.shop()
            .node("n".repeat(253), "\u202e\u200bzone\uD83D\uDE00")
            .bare("shop", "x".repeat(253), Template.of("x"), "n".repeat(253))
            .bare("shop", "\u202eevil\u0000\uD800\u0301\u0301\u0301", Template.of("x"), "node-a1")
            .build();
    Stage stage = Stage.of(snapshot);
    for (double scale : new double[] {0.1, 0.3, 0.7, 1, 2, 5}) {
      int[] pixels = stage.painted(camera(scale), SUSPECT, Focus.NONE);
      Projection projection = new Projection(stage.model().frame().grid(), camera(scale), 1);
      assertThat(outside(pixels, stage, projection)).isZero();
    }
  }

  /** Pixels to the right of all boxes that are not ground. */
  private static int outside(int[] pixels, Stage stage, Projection projection) {
    int right = projection.toX(projection.grid().bounds().right()) + 20;
    int found = 0;
    for (int y = 0; y < stage.height(); y++) {
      for (int x = right; x < stage.width(); x++) {
        boolean ground = pixels[y * stage.width() + x] == MapPalette.DARK.of(Ink.GROUND);
        found += ground ? 0 : 1;
      }
    }
    return found;
  }

  @Test
  void a_line_to_a_sibling_strikes_no_pods_name_through() {
    int miner = shop.model().cellOf(MINER);
    int[] alone = shop.painted(camera(1), MapMarks.NONE, seen(miner, Set.of()));
    List<String> others = new ArrayList<>();
    shop.model().frame().snapshot().pods().forEach(pod -> others.add(pod.ref().uid()));
    others.remove(MINER);
    for (String sibling : others) {
      int[] linked = shop.painted(camera(1), MapMarks.NONE, seen(miner, Set.of(sibling)));
      assertThat(linked).isNotEqualTo(alone);
      for (String other : others) {
        if (!other.equals(sibling)) {
          assertThat(names(linked, other)).as(other).containsExactly(names(alone, other));
        }
      }
    }
  }

  /** The pixels of a pod's cell that its name is written on. */
  private int[] names(int[] pixels, String uid) {
    Projection seen = shop.scene(camera(1), MapMarks.NONE, Focus.NONE, Stage.DARK).projection;
    int cell = shop.model().cellOf(uid);
    int left = seen.cellMiddleX(cell) - 20;
    return IntStream.range(seen.cellMiddleY(cell) - 6, seen.cellMiddleY(cell) + 6)
        .flatMap(y -> Arrays.stream(pixels, y * shop.width() + left, y * shop.width() + left + 40))
        .toArray();
  }

  private static Focus seen(int cell, Set<String> siblings) {
    return new Focus(cell, NodeGrid.NONE, NodeGrid.NONE, siblings);
  }

  @Test
  void the_selected_nodes_pods_are_named_in_an_inset_where_the_map_is_far() {
    Focus focus =
        new Focus(
            shop.model().cellOf(MINER), shop.model().boxOf("node-a1"), NodeGrid.NONE, Set.of());
    Raster raster = new Raster(shop.width(), shop.height());
    MapScene far = shop.scene(camera(0.05), SUSPECT, focus, Stage.DARK);

    Inset inset = raster.inset(far).orElseThrow();
    assertThat(inset.cells()).hasSize(shop.model().frame().pods(focus.box()));
    CellPainter.Place place = inset.place(2, 1);
    assertThat(inset.cellAt(place.left() + 1, place.top() + 1, 1)).isEqualTo(inset.cells()[2]);
    assertThat(inset.cellAt(inset.left() + 1, inset.top() + 1, 1)).isEqualTo(NodeGrid.NONE);
    assertThat(raster.inset(shop.scene(camera(1), SUSPECT, focus, Stage.DARK))).isEmpty();
  }

  @Test
  void a_picture_may_be_one_pixel_large() {
    Raster raster = new Raster(0, 1);
    raster.paint(shop.scene(Camera.START, SUSPECT, looking(), Stage.DARK), Runnable::run);
    assertThat(raster.pixels()).hasSize(1);
  }

  private Focus looking() {
    return new Focus(
        shop.model().cellOf(MINER),
        shop.model().boxOf("node-a1"),
        shop.model().cellOf("uid-pod-shop-web-6f7d-2"),
        Set.of("uid-pod-shop-web-6f7d-1", "uid-pod-shop-web-6f7d-3", "gone"));
  }

  private static Camera camera(double scale) {
    return new Camera(-20 / scale, -20 / scale, scale);
  }

  private boolean suspicious(int pixel) {
    return pixel == MapPalette.DARK.of(Ink.SUSPECT)
        || pixel == MapPalette.DARK.of(Ink.SUSPECT_CELL);
  }

  private static java.util.function.IntPredicate ink(Ink ink) {
    return pixel -> pixel == MapPalette.DARK.of(ink);
  }

  private static long count(int[] pixels, java.util.function.IntPredicate which) {
    return Arrays.stream(pixels).filter(which).count();
  }

  private static void change(Stage stage, Random random, int number) {
    List<Pod> pods = new ArrayList<>(stage.model().frame().snapshot().pods());
    Pod pod = pods.get(random.nextInt(pods.size()));
    ClusterSnapshot snapshot = stage.model().frame().snapshot();
    if (number % 3 == 0) {
      Set<String> uids = Set.of(pod.ref().uid());
      stage
          .model()
          .apply(
              snapshot.without(ObservedKind.POD, uids),
              new ClusterChange(List.of(), uids, List.of(), Set.of()));
    } else {
      Pod next = number % 3 == 1 ? Changes.unready(pod) : Changes.terminating(pod);
      stage.model().apply(snapshot.with(List.of(next)), pods(next));
    }
  }

  private static ClusterChange pods(Pod pod) {
    return new ClusterChange(List.of(pod), Set.of(), List.of(), Set.of());
  }
}
