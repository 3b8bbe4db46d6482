package org.lazaretto.ui.walkthrough;

import java.io.IOException;
import java.text.MessageFormat;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.ui.fx.Texts;

/** Goes through all pages of a wizard, with the choices and waivers that a scenario names. */
final class WizardTour {
  private static final String MAIN = "drawerBox mainButton";
  private static final String CHANGED = "drawerBox readButton";
  private static final String APPROVE = "approveFlow";
  private static final String AGAIN = "againButton";
  private static final String FIRST = "summaryBox";
  private static final String RUN = "runList";
  private static final String RESULT = "verdictBox";
  private static final String WAIVER = "waive-";
  private static final String REASON = "the reference walkthrough of the scenario";

  private final Hand hand;
  private final Album album;
  private final WizardChoices choices;

  WizardTour(Hand hand, Album album) {
    this.hand = hand;
    this.album = album;
    this.choices = new WizardChoices(hand);
  }

  void go(WalkthroughStep step) throws IOException, StuckException, InterruptedException {
    String name = step.action();
    open(name);
    again();
    hand.find(FIRST);
    choices.make(step.options());
    album.keep(name + "-choose");
    hand.press(MAIN);
    hand.find("concernBox");
    hand.until("what the case holds back", () -> Sight.of("guardLabel").isEmpty());
    waive(step.options());
    album.keep(name + "-consequences");
    hand.press(MAIN);
    hand.find("effectTable");
    album.keep(name + "-preview");
    approve(name, step.options().getOrDefault("reason", REASON));
    result(name);
  }

  /** By its stage in the rail, or by the palette where it has none of its own. */
  private void open(String name) throws StuckException, InterruptedException {
    if (hand.sees("stage-" + name)) {
      hand.press("stage-" + name);
    } else {
      hand.shortcut(KeyCode.K);
      hand.type("queryField", Texts.of("wizard.title." + name));
      hand.key("queryField", KeyCode.ENTER);
    }
  }

  /** What did not come to its end is planned once more from where it was left. */
  private void again() throws StuckException, InterruptedException {
    hand.until("its page", () -> Stream.of(FIRST, RUN, RESULT).anyMatch(WizardTour::inSight));
    if (hand.sees(RUN)) {
      hand.press(MAIN);
      hand.find(RESULT);
    }
    if (hand.sees(RESULT)) {
      hand.press(hand.sees(AGAIN) ? AGAIN : MAIN);
    }
  }

  private static boolean inSight(String id) {
    return Sight.of(id).isPresent();
  }

  private void waive(Map<String, String> options) throws StuckException, InterruptedException {
    for (Map.Entry<String, String> option : options.entrySet()) {
      if (option.getKey().startsWith(WAIVER)) {
        String id = option.getKey().substring(WAIVER.length()).replaceAll("[^A-Za-z0-9]", "");
        // Whether a finding holds the plan depends on where the pods happen to stand.
        if (hand.sees("waiver" + id + "Field")) {
          hand.type("waiver" + id + "Field", option.getValue());
          if (hand.sees("alike" + id + "Button")) {
            hand.press("alike" + id + "Button");
          }
        }
      }
    }
  }

  /** A plan that changes under the eyes of who approves it has to be read again. */
  private void approve(String name, String reason)
      throws IOException, StuckException, InterruptedException {
    boolean kept = false;
    while (!hand.sees(RUN) && !hand.sees(RESULT)) {
      hand.press(MAIN);
      hand.find(APPROVE);
      sign(reason);
      if (!kept) {
        album.keep(name + "-approve");
        kept = true;
      }
      hand.until(
          "an approval that can be sent, or a plan that has changed",
          () -> enabled(MAIN) || enabled(CHANGED));
      if (hand.see(() -> enabled(CHANGED))) {
        hand.press(CHANGED);
        hand.find("effectTable");
      } else {
        hand.press(MAIN);
        hand.until("the run", () -> Sight.of(RUN).or(() -> Sight.of(RESULT)).isPresent());
      }
    }
  }

  private static boolean enabled(String id) {
    return Sight.of(id).filter(node -> !node.isDisabled()).isPresent();
  }

  private void sign(String reason) throws StuckException, InterruptedException {
    hand.type("reasonArea", reason);
    if (hand.sees("typedField")) {
      hand.type("typedField", wanted(hand.read("typedLabel")));
    }
  }

  /** The word that the label asks for. */
  private static String wanted(String label) throws StuckException {
    String pattern = Texts.bundle().getString("wizard.approve.type");
    try {
      return String.valueOf(new MessageFormat(pattern, Locale.ENGLISH).parse(label)[0]);
    } catch (ParseException e) {
      throw new StuckException("the word to be typed", label);
    }
  }

  private void result(String name) throws IOException, StuckException, InterruptedException {
    if (hand.sees(RUN)) {
      album.keep(name + "-running");
    }
    hand.find(RESULT);
    album.keep(name + "-result");
    hand.press("runCrumbButton");
    hand.find(RUN);
    album.keep(name + "-run");
    hand.press("drawerBox closeButton");
    if (hand.sees("stripDismissButton")) {
      hand.press("stripDismissButton");
    }
  }
}
