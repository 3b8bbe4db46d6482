package org.lazaretto.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lazaretto.ui.Gallery;

class GraphLegendTest {
  @Test
  void every_sign_can_be_read_in_both_themes() throws Exception {
    Gallery gallery = new Gallery();
    gallery.show(() -> new GraphLegend().view(), 420, 340);

    assertThat(gallery.hang("graph-legend")).isEmpty();
    gallery.close();
  }
}
