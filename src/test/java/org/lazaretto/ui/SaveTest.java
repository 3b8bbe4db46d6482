package org.lazaretto.ui;

import org.junit.jupiter.api.Test;
import org.lazaretto.port.PortException;
import org.lazaretto.settings.Preferences;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** Settings that the disk does not take. */
class SaveTest extends WindowTest {
  @Test
  void settings_that_cannot_be_kept_are_told_where_somebody_looks() throws Exception {
    MemorySettings full = new MemorySettings();
    full.refusal = java.util.Optional.of(new PortException(PortException.Kind.LOCAL, "disk full"));
    preferences = Preferences.open(full);
    open(new Opening.Start());
    hand.press("themeButton");
    hand.until(
        "that it was not kept",
        () -> Sight.of("messageLabel").map(Sight::text).orElse("").contains("disk full"));
  }
}
