package org.lazaretto.ui.wizard;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.proposal.WorkloadChoice;

/** The table in which single applications are moved otherwise than the rest. */
final class WorkloadRows {
  private static final int MOST_ROWS = 8;

  private final TableView<WorkloadChoice> table;
  private final WizardViewModel wizard;
  private final Label none = new Label();

  WorkloadRows(TableView<WorkloadChoice> table, WizardViewModel wizard) {
    this.table = table;
    this.wizard = wizard;
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    none.getStyleClass().add("wizard-note");
    table.setPlaceholder(none);
    TableColumn<WorkloadChoice, WorkloadChoice> how =
        Cells.column("wizard.choose.workloadMethod", 128, row -> row);
    how.setCellFactory(_ -> new MethodCell());
    table
        .getColumns()
        .setAll(
            List.of(
                Cells.names("wizard.choose.workload", 168, row -> row.workload().path()),
                Cells.numbers("wizard.choose.workloadPods", 64, WorkloadChoice::pods),
                how,
                Cells.words("wizard.choose.workloadOutcome", 200, WorkloadChoice::outcome)));
    Columns.remember(table, "workloads");
  }

  void show(Draft draft) {
    List<WorkloadChoice> rows =
        wizard.live().proposalProperty().get().value().stream()
            .flatMap(proposal -> proposal.evacuation().stream())
            .flatMap(evacuation -> WorkloadChoice.of(evacuation, draft).stream())
            .toList();
    if (!rows.equals(table.getItems())) {
      table.getItems().setAll(rows);
    }
    boolean known = wizard.live().proposalProperty().get().value().isPresent();
    none.setText(Texts.of(known ? "wizard.choose.noWorkloads" : "wizard.choose.unknownWorkloads"));
    Cells.fitRows(table, rows.size(), MOST_ROWS);
  }

  /** The choice of one application's method. */
  private final class MethodCell extends TableCell<WorkloadChoice, WorkloadChoice> {
    private final ComboBox<MethodChoice> combo = new ComboBox<>();

    MethodCell() {
      combo.getItems().setAll(MethodChoice.values());
      combo.setMaxWidth(Double.MAX_VALUE);
      combo.setOnAction(_ -> choose());
    }

    private void choose() {
      WorkloadChoice row = getItem();
      MethodChoice chosen = combo.getValue();
      if (row != null && chosen != null && !chosen.method().equals(row.own())) {
        wizard.change(now -> now.with(now.moves().by(row.key(), chosen.method())));
      }
    }

    @Override
    protected void updateItem(@Nullable WorkloadChoice row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        return;
      }
      combo.setAccessibleText(HostileText.visible(row.workload().path()));
      combo.setValue(MethodChoice.of(row.own()));
      setGraphic(combo);
    }
  }
}
