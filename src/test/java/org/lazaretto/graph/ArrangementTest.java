package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrangementTest {
  private static final BoxShape SHAPE = new BoxShape(5, 3);

  @Test
  void six_nodes_in_two_zones_stand_in_two_columns_of_three() {
    Arrangement arrangement = Arrangement.of(SHAPE, zones(3, 3));
    fill(arrangement, 3, 3);

    NodeGrid grid = arrangement.grid(_ -> true, _ -> false);

    assertThat(grid.boundsOf(0)).isEqualTo(new Bounds(0, 24, 396, 126));
    assertThat(grid.boundsOf(1).y()).isEqualTo(24 + 138);
    assertThat(grid.boundsOf(3)).isEqualTo(new Bounds(410, 24, 396, 126));
    assertThat(grid.labels()).extracting(NodeGrid.ZoneLabel::nodes).containsExactly(3, 3);
  }

  @Test
  void many_pools_stand_on_shelves_and_not_in_one_endless_row() {
    int[] counts = new int[120];
    java.util.Arrays.fill(counts, 3);
    Arrangement arrangement = Arrangement.of(SHAPE, zones(counts));
    fill(arrangement, counts);

    Bounds bounds = arrangement.grid(_ -> true, _ -> false).bounds();

    assertThat(bounds.width() / bounds.height()).isBetween(0.7, 3.0);
  }

  @Test
  void whatever_is_added_stands_alone_in_its_place_and_stays_there() {
    Arrangement arrangement = Arrangement.of(SHAPE, zones(4, 1, 7));
    fill(arrangement, 4, 1, 7);
    Random random = new Random(11);
    List<Bounds> before = bounds(arrangement);
    for (int i = 0; i < 400; i++) {
      if (random.nextInt(4) == 0) {
        arrangement.extend(random.nextInt(arrangement.size()) / 2 == 0 ? 0 : 1);
      } else {
        arrangement.add("late-" + i, "zone-" + random.nextInt(i < 100 ? 3 : 12));
      }
      List<Bounds> now = bounds(arrangement);
      assertThat(now.subList(0, before.size())).isEqualTo(before);
      before = now;
    }
    Set<Bounds> places = new HashSet<>(before);
    assertThat(places).hasSize(arrangement.size());
  }

  @Test
  void the_box_at_a_point_is_the_one_that_stands_there() {
    Arrangement arrangement = Arrangement.of(SHAPE, zones(40, 33, 8));
    fill(arrangement, 40, 33, 8);
    NodeGrid grid = arrangement.grid(_ -> true, _ -> false);

    for (int box = 0; box < grid.size(); box++) {
      Bounds place = grid.boundsOf(box);
      assertThat(grid.boxAt(place.x() + 1, place.y() + 1)).isEqualTo(box);
      assertThat(grid.boxAt(place.right() - 1, place.bottom() - 1)).isEqualTo(box);
    }
    assertThat(grid.boxAt(-1, 30)).isEqualTo(NodeGrid.NONE);
    assertThat(grid.boxAt(10, 5)).isEqualTo(NodeGrid.NONE);
    assertThat(grid.boxAt(1e9, 1e9)).isEqualTo(NodeGrid.NONE);
  }

  @Test
  void one_crowded_node_does_not_make_all_boxes_large() {
    int[] pods = new int[100];
    java.util.Arrays.fill(pods, 20);
    pods[7] = 500;

    assertThat(BoxShape.forNodes(pods).capacity()).isBetween(60, 80);
    assertThat(BoxShape.forNodes(new int[] {11, 9, 12, 10, 11, 12})).isEqualTo(SHAPE);
    assertThat(BoxShape.forNodes(new int[0]).capacity()).isPositive();
  }

  @Test
  void names_are_ordered_as_a_person_counts() {
    List<String> names = new ArrayList<>(List.of("n-10", "n-9", "n-09", "n", "n-9b", "m-100"));
    names.sort(NaturalOrder.INSTANCE);

    assertThat(names).containsExactly("m-100", "n", "n-09", "n-9", "n-9b", "n-10");
  }

  private static List<Bounds> bounds(Arrangement arrangement) {
    NodeGrid grid = arrangement.grid(_ -> true, _ -> false);
    List<Bounds> all = new ArrayList<>();
    for (int box = 0; box < grid.size(); box++) {
      all.add(grid.boundsOf(box));
    }
    return all;
  }

  private static SequencedMap<String, Integer> zones(int... counts) {
    SequencedMap<String, Integer> zones = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      zones.put("zone-" + i, counts[i]);
    }
    return zones;
  }

  private static void fill(Arrangement arrangement, int... counts) {
    for (int zone = 0; zone < counts.length; zone++) {
      for (int i = 0; i < counts[zone]; i++) {
        arrangement.add("node-" + zone + "-" + i, "zone-" + zone);
      }
    }
  }
}
