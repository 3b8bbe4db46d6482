package org.lazaretto.ui.walkthrough;

import java.util.Map;

/** Makes on a wizard's first page the choices that a scenario names. */
final class WizardChoices {
  /** Boxes that are ticked when the option has that value: {@code option=value} to the box. */
  private static final Map<String, String> BOXES =
      Map.of(
          "empty-dir=evict", "emptyDirCheck",
          "bare=evict", "bareCheck",
          "kube-system=evict", "kubeSystemCheck",
          "siblings=evict", "siblingCheck",
          "policies=except", "exceptPoliciesCheck",
          "labels=strip", "stripLabelsCheck",
          "look=inside", "lookCheck",
          "probe=yes", "probeCheck");

  /** Boxes out of which the tick is taken: {@code option=value} to the box. */
  private static final Map<String, String> UNTICKED =
      Map.of(
          "bindings=keep", "bindingsCheck",
          "tokens=keep", "tokensCheck",
          "node-label=no", "nodeLabelCheck",
          "holds=no", "holdsCheck",
          "taint=no", "taintCheck");

  /** One of several ways: {@code option=value} to the button that takes it. */
  private static final Map<String, String> WAYS =
      Map.ofEntries(
          Map.entry("method=restart", "restartRadio"),
          Map.entry("method=drain", "drainRadio"),
          Map.entry("method=taint", "taintRadio"),
          Map.entry("services=leave", "leaveServicesRadio"),
          Map.entry("services=close", "closeServicesRadio"),
          Map.entry("services=keep", "keepServicesRadio"),
          Map.entry("way=orphan", "orphanRadio"),
          Map.entry("way=foreground", "foregroundRadio"),
          Map.entry("way=scale", "scaleRadio"),
          Map.entry("way=pods", "podsRadio"),
          Map.entry("way=restart", "restartRadio"));

  /** What is written into a field. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "probe-image", "probeImageField",
          "containers", "containerField",
          "hardened", "hardenedArea");

  /** Lists of boxes out of which something is left, by a part of its name. */
  private static final Map<String, String> LISTS =
      Map.of("without", "suspectBox", "leave", "objectBox");

  private final Hand hand;

  WizardChoices(Hand hand) {
    this.hand = hand;
  }

  /** What is left out of a list comes last: other choices make the list. */
  void make(Map<String, String> options) throws StuckException, InterruptedException {
    for (Map.Entry<String, String> option : options.entrySet()) {
      String choice = option.getKey() + "=" + option.getValue();
      if (BOXES.containsKey(choice)) {
        hand.tick(BOXES.getOrDefault(choice, ""));
      } else if (UNTICKED.containsKey(choice)) {
        hand.untick(UNTICKED.getOrDefault(choice, ""));
      } else if (WAYS.containsKey(choice)) {
        hand.select(WAYS.getOrDefault(choice, ""));
      } else if (FIELDS.containsKey(option.getKey())) {
        hand.type(FIELDS.getOrDefault(option.getKey(), ""), option.getValue());
      }
    }
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      if (options.containsKey(list.getKey())) {
        hand.untick(list.getValue(), options.getOrDefault(list.getKey(), ""));
      }
    }
  }
}
