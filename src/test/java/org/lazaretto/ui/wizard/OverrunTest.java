package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javafx.scene.control.OverrunStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverrunTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip-10-0-16-121.eu-central-1.compute.internal",
        "Keep autoscalers off Node ip-10-0-16-121.eu-central-1.compute.internal"
      })
  void the_number_of_a_node_stays_in_sight_and_its_region_is_cut(String text) {
    assertThat(Overrun.of(text)).isEqualTo(OverrunStyle.ELLIPSIS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop/payments-7f8d.v2-x2k",
        "10.0.16.121",
        "gke-prod-eu-1-default-pool-5f3c9a-x2k9.c.shop.internal",
        "aks-pool-12345678-vmss000001",
        "Label Node ip-10-0-16-121.eu-central-1.compute.internal as quarantined"
      })
  void what_differs_at_its_end_is_cut_in_its_middle(String text) {
    assertThat(Overrun.of(text)).isEqualTo(OverrunStyle.CENTER_ELLIPSIS);
  }

  @Test
  void a_run_faster_than_a_second_did_not_take_no_time() {
    assertThat(RunWords.took(Duration.ofMillis(300))).isEqualTo("took less than 1 s");
    assertThat(RunWords.took(Duration.ofSeconds(62))).isEqualTo("took 1:02");
  }
}
