package org.lazaretto.launch;

import javafx.scene.Parent;
import javafx.scene.Scene;
import org.lazaretto.bench.FirstSight;

/** The program as it starts without a word, which says when its start page can be used. */
final class StartProbe {
  private StartProbe() {}

  public static void main(String[] args) {
    System.exit(
        Launcher.run(args, stage -> FirstSight.of(stage, StartProbe::usable, FirstSight::tell)));
  }

  /** Whether that scene shows a start page with everything that can be opened from it. */
  static boolean usable(Scene scene) {
    return scene.lookup("#contextBox") instanceof Parent contexts
        && !contexts.getChildrenUnmodifiable().isEmpty()
        && scene.lookup("#scenarioList") instanceof Parent scenarios
        && !scenarios.getChildrenUnmodifiable().isEmpty();
  }
}
