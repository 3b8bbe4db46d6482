package org.lazaretto.ui;

import org.junit.jupiter.api.Test;
import org.lazaretto.ui.shell.Opening;

/** The first thing that a user sees. */
class StartTest extends WindowTest {
  @Test
  void the_start_page_offers_the_scenario() throws Exception {
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    looksRight("start");
  }

  @Test
  void one_click_on_a_scenario_shows_the_shop_living() throws Exception {
    open(new Opening.Start());
    hand.press("start-cryptominer-eks");
    hand.find("picturePane");
    looksRight("practice");
  }
}
