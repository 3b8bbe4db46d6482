package org.lazaretto.launch;

import javafx.stage.Stage;
import org.lazaretto.bench.FirstSight;

/**
 * Opens the window without a display, and closes it as soon as its start page can be used: what was
 * loaded until then is what {@code ./lazaretto} has the JDK keep for the next starts.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.exit(Launcher.run(args, Rehearsal::leave));
  }

  private static void leave(Stage stage) {
    FirstSight.of(stage, StartProbe::usable, stage::hide);
  }
}
