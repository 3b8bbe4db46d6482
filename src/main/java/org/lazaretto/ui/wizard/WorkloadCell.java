package org.lazaretto.ui.wizard;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.WorkloadChoice;

/** An application's name, its kind and how many pods of it stand on the nodes. */
final class WorkloadCell extends TableCell<WorkloadChoice, WorkloadChoice> {
  private final NameLabel name = new NameLabel();
  private final Label pods = new Label();
  private final VBox box = new VBox(name, pods);

  WorkloadCell() {
    name.setFocusTraversable(false);
    pods.getStyleClass().add("wizard-cell-why");
    box.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable WorkloadChoice row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    name.setName(row.row().workload().path());
    pods.setText(Texts.of("wizard.table.pods", row.row().workload().kind(), row.row().pods()));
    setGraphic(box);
  }
}
