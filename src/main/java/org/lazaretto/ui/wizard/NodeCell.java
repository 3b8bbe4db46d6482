package org.lazaretto.ui.wizard;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.NodeChoice;

/** A node that can be chosen by name. */
final class NodeCell extends ListCell<NodeChoice> {
  private final WizardViewModel wizard;
  private final CheckBox check = new CheckBox();
  private final NameLabel name = new NameLabel();
  private final Label pods = new Label();
  private final Label suspects = new Label();
  private final Label cordoned = new Label(Texts.of("wizard.choose.nodeCordoned"));
  private final HBox line = new HBox(8, check, name, suspects, cordoned, pods);

  NodeCell(WizardViewModel wizard) {
    this.wizard = wizard;
    line.setAlignment(Pos.CENTER_LEFT);
    pods.getStyleClass().add("muted");
    suspects.getStyleClass().add("wizard-suspect-sign");
    cordoned.getStyleClass().add("wizard-warn");
    check.setOnAction(_ -> choose());
  }

  private void choose() {
    NodeChoice node = getItem();
    if (node != null) {
      wizard.change(now -> now.with(now.targets().choosing(node.name(), check.isSelected())));
    }
  }

  @Override
  protected void updateItem(@Nullable NodeChoice node, boolean empty) {
    super.updateItem(node, empty);
    if (empty || node == null) {
      setGraphic(null);
      return;
    }
    check.setSelected(wizard.draft().targets().nodes().contains(node.name()));
    check.setAccessibleText(HostileText.visible(node.name()));
    name.setName(node.name());
    pods.setText(Texts.of("wizard.choose.nodeCell", node.pods()));
    suspects.setText(Texts.of("wizard.choose.nodeSuspects", node.suspects()));
    suspects.setVisible(node.suspects() > 0);
    suspects.setManaged(node.suspects() > 0);
    cordoned.setVisible(node.cordoned());
    cordoned.setManaged(node.cordoned());
    setGraphic(line);
  }
}
