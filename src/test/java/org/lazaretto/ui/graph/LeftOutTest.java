package org.lazaretto.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.fixture.Template;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.desk.Preview;

class LeftOutTest {
  private static Lens lens(ClusterSnapshot cluster) {
    return Lens.open(cluster, new LensScope.Namespace("a"), Set.of(), Set.of());
  }

  /** So many deployments, each with a replica on each of so many nodes. */
  private static ClusterSnapshot crowd(int deployments, int nodes) {
    ClusterBuilder builder = new ClusterBuilder();
    String[] names = IntStream.range(0, nodes).mapToObj(i -> "n-" + i).toArray(String[]::new);
    for (String name : names) {
      builder.node(name, "z");
    }
    for (int i = 0; i < deployments; i++) {
      builder.deployment("a", "app-" + i, Template.of("app-" + i), names);
    }
    return builder.build();
  }

  @Test
  void a_lens_that_shows_everything_says_nothing() {
    assertThat(LeftOut.of(lens(Clusters.shop().build()))).isEmpty();
    assertThat(LeftOut.of(lens(crowd(3, 6)))).isEmpty();
  }

  @Test
  void lines_that_are_not_drawn_are_counted_and_their_replicas_named() {
    LeftOut what = LeftOut.of(lens(crowd(40, 60))).orElseThrow();

    assertThat(what.words()).isEqualTo("Too much for one picture: without 940 lines of replicas.");
    assertThat(what.names())
        .startsWith("Lines are missing of:\n")
        .contains("app-24\n")
        .endsWith("…");
  }

  @Test
  void owners_and_pods_without_room_are_counted_and_the_box_of_the_rest_names_some() {
    Lens lens = lens(crowd(120, 1));

    assertThat(LeftOut.of(lens).orElseThrow().words())
        .isEqualTo("Too much for one picture: without 20 owners, 20 pods.");
    BoxLook rest =
        new BoxWords(Dimming.NONE, Preview.NONE, Set.of(), NodeNames.of(lens))
            .look(lens.box("rest:OWNERS").orElseThrow().vertex());
    assertThat(rest.title()).isEqualTo("and 20 more owners");
    assertThat(rest.spoken()).startsWith("and 20 more owners:\napp-100\n").endsWith("\n…");
  }
}
