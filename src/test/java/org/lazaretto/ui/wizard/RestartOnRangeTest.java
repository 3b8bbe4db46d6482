package org.lazaretto.ui.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Toolkit;

/** The window's drawer restarts a suspect's container on the range, and proves it by its count. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RestartOnRangeTest {
  @TempDir Path home;

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  @Test
  void a_restart_is_held_until_it_is_waived_and_proven_by_the_restart_count() throws Exception {
    try (RangeDesk range = RangeDesk.open(home)) {
      String suspect = range.suspected().name();
      range.hand.act(() -> range.desk.drawerProperty().set(Optional.of(Wizard.DISPOSE)));
      range.hand.use(
          "restartRadio",
          RadioButton.class,
          radio -> {
            radio.fire();
            return true;
          });
      range.hand.find("containerField");
      range.picture("restart-1-choose");
      range.hand.press("mainButton");
      for (String id : List.of("T35", "Ememory", "Eprocesses", "Econtainerlayer")) {
        range.hand.type("waiver" + id + "Field", "its memory is of no use to us");
      }
      range.picture("restart-2-consequences");
      range.hand.press("mainButton");
      range.hand.find("stepBox");
      range.picture("restart-3-preview");
      range.hand.press("mainButton");
      range.hand.type("reasonArea", "its pool is still reached");
      range.hand.type("typedField", suspect);
      range.picture("restart-4-approve");
      range.hand.press("mainButton");
      range.hand.find("verdictBox");
      range.picture("restart-6-result");
      assertThat(range.hand.read("verdictLabel")).contains("verified");
    }
  }
}
