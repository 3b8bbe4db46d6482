package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Finding in the real window, over the training range. */
class FindTest extends WindowTest {
  @Test
  void the_left_pane_counts_flags_and_namespaces() throws Exception {
    practise();
    hand.find("namespace-shop");
    looksRight("find");

    assertThat(hand.read("namespaceSection")).contains("shop");
  }
}
