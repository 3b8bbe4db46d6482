package org.lazaretto.ui.walkthrough;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import org.lazaretto.model.WalkthroughStep;

/** Goes through all pages of a wizard, with the choices and waivers that a scenario names. */
final class WizardTour {
  private static final String MAIN = "mainButton";

  private final Hand hand;
  private final Album album;

  WizardTour(Hand hand, Album album) {
    this.hand = hand;
    this.album = album;
  }

  void go(WalkthroughStep step) throws IOException, StuckException, InterruptedException {
    String name = step.action();
    hand.press("stage-" + name);
    hand.find("chooseScroll");
    choose(step.options());
    keep(name, "choose");
    hand.press(MAIN);
    hand.find("consequenceScroll");
    waive(step.options());
    keep(name, "consequences");
    hand.press(MAIN);
    hand.find("previewScroll");
    keep(name, "preview");
    hand.press(MAIN);
    hand.find("approveScroll");
    keep(name, "approve");
    hand.press(MAIN);
    hand.find("runScroll");
    keep(name, "run");
    hand.find("resultScroll");
    keep(name, "result");
    hand.press("closeButton");
  }

  private void keep(String wizard, String page)
      throws IOException, StuckException, InterruptedException {
    album.keep(wizard + "-" + page);
  }

  private void choose(Map<String, String> options) throws StuckException, InterruptedException {
    Map<String, String> boxes =
        Map.of(
            "empty-dir", "emptyDirCheck",
            "bare", "bareCheck",
            "kube-system", "kubeSystemCheck",
            "siblings", "siblingCheck");
    for (Map.Entry<String, String> box : boxes.entrySet()) {
      if (options.getOrDefault(box.getKey(), "keep").equals("evict")) {
        hand.use(
            box.getValue(),
            CheckBox.class,
            check -> {
              check.setSelected(true);
              return true;
            });
      }
    }
    if (options.getOrDefault("method", "evict").equals("restart")) {
      hand.press("restartRadio");
    }
  }

  private void waive(Map<String, String> options) throws StuckException, InterruptedException {
    List<String> keys = options.keySet().stream().filter(k -> k.startsWith("waive-")).toList();
    for (String key : keys) {
      hand.type(key, options.getOrDefault(key, ""));
    }
  }
}
