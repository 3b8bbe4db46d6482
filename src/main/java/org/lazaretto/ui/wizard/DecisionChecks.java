package org.lazaretto.ui.wizard;

import java.util.List;
import javafx.scene.control.CheckBox;
import org.lazaretto.plan.Request.Decisions;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.proposal.Doubtful;

/** The named decisions of an evacuation (T-13), each with the number of pods it is about here. */
final class DecisionChecks {
  private final WizardViewModel wizard;
  private final List<CheckBox> checks;

  /**
   * Binds the boxes.
   *
   * @param checks emptyDir, bare, kube-system, siblings
   */
  DecisionChecks(WizardViewModel wizard, List<CheckBox> checks) {
    this.wizard = wizard;
    this.checks = checks;
    checks.forEach(check -> check.setOnAction(_ -> decide()));
  }

  private void decide() {
    Decisions decided = new Decisions(selected(0), selected(1), selected(2), selected(3));
    wizard.change(now -> now.with(now.moves().decided(decided)));
  }

  private boolean selected(int index) {
    return checks.get(index).isSelected();
  }

  /** Before anything is known of the nodes, nothing is said of how many pods there are. */
  void show(Draft draft) {
    Decisions decided = draft.moves().decisions();
    show(0, decided.emptyDir(), Texts.of("wizard.choose.emptyDirNone"));
    show(1, decided.bare(), Texts.of("wizard.choose.bareNone"));
    show(2, decided.kubeSystem(), Texts.of("wizard.choose.kubeSystemNone"));
    show(3, decided.siblings(), Texts.of("wizard.choose.siblingsNone"));
  }

  void show(Draft draft, Doubtful found) {
    Decisions decided = draft.moves().decisions();
    show(0, decided.emptyDir(), Texts.of("wizard.choose.emptyDir", found.emptyDir()));
    show(1, decided.bare(), Texts.of("wizard.choose.bare", found.bare()));
    show(2, decided.kubeSystem(), Texts.of("wizard.choose.kubeSystem", found.kubeSystem()));
    show(3, decided.siblings(), Texts.of("wizard.choose.siblings", found.siblings()));
  }

  private void show(int index, boolean selected, String text) {
    checks.get(index).setSelected(selected);
    checks.get(index).setText(text);
  }
}
