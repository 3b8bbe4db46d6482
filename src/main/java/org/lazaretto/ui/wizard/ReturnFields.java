package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Returning;

/** What is taken back: the part of the first page that only a recovery has. */
final class ReturnFields implements OwnFields {
  private static final int NAME_LENGTH = 60;

  private final WizardViewModel wizard;
  private final Parent view;
  private final Set<String> known = new LinkedHashSet<>();
  private Shown shown = new Shown(List.of(), Set.of());
  @FXML private TextArea hardenedArea;
  @FXML private VBox objectBox;

  /** What the list shows now. */
  private record Shown(List<String> names, Set<String> left) {}

  ReturnFields(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/returning", this);
    hardenedArea
        .textProperty()
        .addListener((_, _, words) -> change(wizard.draft().returning().hardened(words)));
  }

  @Override
  public Parent view() {
    return view;
  }

  private void change(Returning other) {
    wizard.change(now -> now.with(other));
  }

  @Override
  public void show(Draft draft) {
    if (!hardenedArea.getText().equals(draft.returning().hardened())) {
      hardenedArea.setText(draft.returning().hardened());
    }
    wizard
        .live()
        .proposalProperty()
        .get()
        .value()
        .ifPresent(proposal ->
            proposal.plan().steps().forEach(step -> known.add(Returning.name(step.target()))));
    known.addAll(draft.returning().left());
    Shown now = new Shown(List.copyOf(known), draft.returning().left());
    if (!now.equals(shown)) {
      shown = now;
      objectBox.getChildren().setAll(lines(now));
    }
  }

  private List<Node> lines(Shown now) {
    List<Node> lines = new ArrayList<>();
    for (String name : now.names()) {
      lines.add(line(name, !now.left().contains(name)));
    }
    if (lines.isEmpty()) {
      Label nothing = new Label(Texts.of("wizard.returning.nothing"));
      nothing.getStyleClass().add("muted");
      nothing.setWrapText(true);
      lines.add(nothing);
    }
    return lines;
  }

  private CheckBox line(String name, boolean back) {
    // What stands in no namespace has nothing before its kind.
    String visible = HostileText.visible(name.startsWith("/") ? name.substring(1) : name);
    CheckBox check = new CheckBox(Elision.middle(visible, NAME_LENGTH));
    check.getStyleClass().add("mono");
    check.setTooltip(Tips.wide(visible));
    check.setSelected(back);
    check.setOnAction(_ -> change(wizard.draft().returning().taking(name, check.isSelected())));
    return check;
  }
}
