package org.lazaretto.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lazaretto.model.PodRef;

class SelectionTest {
  @Test
  void what_is_looked_at_has_the_name_that_the_cluster_gave_it() {
    PodRef pod = new PodRef("shop", "web-1", "u-1");
    assertThat(Selection.name(new Selection.OfPod(pod))).contains("web-1");
    assertThat(Selection.name(new Selection.OfNode("n-1"))).contains("n-1");
    assertThat(Selection.name(Selection.NOTHING)).isEmpty();
  }
}
