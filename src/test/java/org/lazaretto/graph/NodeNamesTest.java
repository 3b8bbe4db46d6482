package org.lazaretto.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeNamesTest {
  @Test
  void a_domain_is_left_out() {
    assertThat(shown("ip-10-0-1-17.eu-central-1.compute.internal")).containsExactly("ip-10-0-1-17");
  }

  @Test
  void names_that_would_be_alike_are_shown_whole() {
    assertThat(shown("worker.a.example", "worker.b.example", "other.a.example"))
        .containsExactly("worker.a.example", "worker.b.example", "other");
  }

  @Test
  void an_address_is_no_name_with_a_domain() {
    assertThat(shown("10.0.1.17", "10.0.2.18", ".", ""))
        .containsExactly("10.0.1.17", "10.0.2.18", ".", "");
  }

  private static String[] shown(String... nodes) {
    NodeGrid.Box[] boxes =
        IntStream.range(0, nodes.length)
            .mapToObj(i -> new NodeGrid.Box(nodes[i], i, 0, 0, i))
            .toArray(NodeGrid.Box[]::new);
    NodeNames names = NodeNames.of(boxes);
    return java.util.Arrays.stream(nodes).map(names::shown).toArray(String[]::new);
  }
}
