package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Failure;

class OpeningViewModelTest {
  private final OpeningViewModel model =
      new OpeningViewModel(new Opening.Cluster("prod-eu-1", Optional.empty()));

  @Test
  void a_slow_server_is_said_with_its_seconds() {
    assertThat(model.said().words()).startsWith("Reaching the server");
    for (int i = 0; i < 7; i++) {
      model.tick();
    }
    assertThat(model.said().words()).startsWith("No answer for 7 s");
    assertThat(model.said().waiting()).isTrue();
    assertThat(model.said().back()).isEqualTo("Cancel");
  }

  @Test
  void a_dead_server_is_said_with_its_code_and_can_be_tried_again() {
    model.failed(new Failure("LZ-UNAVAILABLE", "Connection refused. Nothing was changed.", ""));
    assertThat(model.said().words()).isEqualTo("Connection refused. Nothing was changed.");
    assertThat(model.said().code()).isEqualTo("LZ-UNAVAILABLE");
    assertThat(model.said().waiting()).isFalse();
    assertThat(model.details()).contains("prod-eu-1").contains("LZ-UNAVAILABLE");
    model.again();
    assertThat(model.said().waiting()).isTrue();
  }
}
