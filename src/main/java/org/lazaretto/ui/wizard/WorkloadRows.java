package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.evacuate.MethodTable;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.proposal.Leaving;
import org.lazaretto.ui.wizard.proposal.WorkloadChoice;

/**
 * The methods side by side, one row an application: what each would do, and the choice of one by a
 * click, or by arrow keys and Space.
 */
final class WorkloadRows {
  private static final int MOST_ROWS = 7;
  private static final double NAME = 138;
  private static final double LEAST_NAME = 130;
  private static final double VERDICT = 88;
  private static final double KEEP = 44;

  private final TableView<WorkloadChoice> table;
  private final Label note;
  private final Label ahead;
  private final WizardViewModel wizard;
  private final Label none = new Label();
  private final List<Method> methods = new ArrayList<>(MethodTable.METHODS);

  WorkloadRows(TableView<WorkloadChoice> table, Label ahead, Label note, WizardViewModel wizard) {
    this.table = table;
    this.ahead = ahead;
    this.note = note;
    this.wizard = wizard;
    methods.add(Method.KEEP);
    none.getStyleClass().add("wizard-note");
    none.setWrapText(true);
    table.setPlaceholder(none);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    TableColumn<WorkloadChoice, WorkloadChoice> name =
        Cells.column("wizard.choose.workload", NAME, row -> row);
    name.setCellFactory(_ -> new WorkloadCell());
    // On a wide screen the table is first laid out narrow, and would give this width to "keep".
    name.setMinWidth(LEAST_NAME);
    table.getColumns().add(name);
    methods.forEach(method -> table.getColumns().add(column(method)));
  }

  private TableColumn<WorkloadChoice, WorkloadChoice> column(Method method) {
    double width = method == Method.KEEP ? KEEP : VERDICT;
    TableColumn<WorkloadChoice, WorkloadChoice> column =
        Cells.column("wizard.table." + method.word(), width, row -> row);
    column.setCellFactory(_ -> new VerdictCell(method, this::choose));
    column.setSortable(false);
    return column;
  }

  private void choose(WorkloadChoice row, Method method) {
    if (row.row().choosable() && !row.chooses(method)) {
      wizard.change(
          now -> now.with(now.moves().by(row.row().key(), WorkloadChoice.exception(now, method))));
    }
  }

  private void key(KeyEvent event) {
    TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
    boolean inside = at.getRow() >= 0 && at.getRow() < table.getItems().size();
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      Clip.copy(copyable());
      event.consume();
    } else if (event.getCode() == KeyCode.SPACE && inside && at.getColumn() > 0) {
      choose(table.getItems().get(at.getRow()), methods.get(at.getColumn() - 1));
      event.consume();
    }
  }

  private String copyable() {
    return table.getItems().stream()
        .map(WorkloadChoice::copyable)
        .collect(Collectors.joining("\n", Texts.of("wizard.table.copied") + "\n", "\n"));
  }

  void show(Draft draft) {
    List<WorkloadChoice> rows =
        wizard.live().leavingProperty().get().stream()
            .map(Leaving::methods)
            .flatMap(methods -> WorkloadChoice.of(methods, draft).stream())
            .toList();
    if (!rows.equals(table.getItems())) {
      refill(rows);
    }
    int others = draft.moves().perWorkload().size();
    note.setText(Texts.of("wizard.table.note", others));
    ahead();
    boolean known = wizard.live().leavingProperty().get().isPresent();
    none.setText(Texts.of(known ? "wizard.choose.noWorkloads" : "wizard.choose.unknownWorkloads"));
    Cells.fitRows(table, rows.size(), MOST_ROWS);
  }

  /** What has to come before an evacuation is said above what it would do. */
  private void ahead() {
    List<String> open =
        wizard.live().leavingProperty().get().map(Leaving::methods).stream()
            .flatMap(methods -> methods.open().stream())
            .map(HostileText::visible)
            .toList();
    ahead.setText(Texts.of("wizard.table.ahead", open.size(), String.join(", ", open)));
    ahead.setVisible(!open.isEmpty());
    ahead.setManaged(!open.isEmpty());
  }

  /** Row by row, so that whoever goes by keys stays where he is. */
  private void refill(List<WorkloadChoice> rows) {
    if (rows.size() != table.getItems().size()) {
      table.getItems().setAll(rows);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(table.getItems().get(i))) {
        table.getItems().set(i, rows.get(i));
      }
    }
  }
}
