package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.session.Rights;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** What the caller may do: a row a wizard, the rights of the selected row, what is missing. */
final class RightsSheet implements Page {
  private final RightsViewModel model;
  private final Parent view;
  private final Subscription listening;
  @FXML private Label titleLabel;
  @FXML private Label summaryLabel;
  @FXML private TableView<RightsViewModel.Row> rightsTable;
  @FXML private TableColumn<RightsViewModel.Row, String> purposeColumn;
  @FXML private TableColumn<RightsViewModel.Row, String> verdictColumn;
  @FXML private TextArea rightsArea;
  @FXML private VBox missingBox;
  @FXML private TextArea missingArea;
  @FXML private Button copyMissingButton;
  @FXML private Button againButton;
  @FXML private Button copyButton;
  @FXML private Button closeButton;

  /**
   * Asks at once; ends the asking when it is closed.
   *
   * @param title what the sheet is called
   * @param ask asks the cluster
   * @param leave takes the sheet away
   */
  RightsSheet(String title, Background.Work<Rights> ask, Background background, Runnable leave) {
    this.model = new RightsViewModel(ask, background);
    this.view = Pages.load("shell/rights", this);
    titleLabel.setText(title);
    summaryLabel.setMinHeight(Region.USE_PREF_SIZE);
    purposeColumn.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().purpose()));
    verdictColumn.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().words()));
    Columns.remember(rightsTable, "rights");
    rightsTable.getSelectionModel().selectedItemProperty().subscribe(this::showRights);
    againButton.setOnAction(_ -> model.ask());
    copyButton.setOnAction(_ -> Clip.copy(model.copyable()));
    copyMissingButton.setOnAction(_ -> Clip.copy(missingArea.getText()));
    closeButton.setOnAction(_ -> leave.run());
    this.listening = model.stateProperty().subscribe(this::show);
    model.ask();
  }

  private void showRights(RightsViewModel.Row row) {
    rightsArea.setText(row == null ? "" : String.join("\n", row.rights()));
  }

  private void show(RightsViewModel.State state) {
    boolean asking = state instanceof RightsViewModel.Asking;
    againButton.setDisable(asking);
    copyButton.setDisable(asking);
    switch (state) {
      case RightsViewModel.Asking _ -> {
        summary(Texts.of("shell.rights.asking"), "muted");
        rows(List.of(), "");
      }
      case RightsViewModel.Failed(var failure) -> {
        summary("✕ " + failure.code() + ": " + failure.words(), "tone-bad");
        rows(List.of(), "");
      }
      case RightsViewModel.Told(var rights, var rows, var summary) -> {
        summary(summary.words(), tone(summary.verdict()));
        rows(rows, rights.missing());
      }
    }
  }

  private static String tone(RightsViewModel.Verdict verdict) {
    return switch (verdict) {
      case ALLOWED -> "tone-good";
      case CANNOT_TELL, DENIED -> "tone-warn";
    };
  }

  private void summary(String words, String tone) {
    summaryLabel.setText(words);
    summaryLabel.getStyleClass().removeIf(name -> name.startsWith("tone-") || name.equals("muted"));
    summaryLabel.getStyleClass().add(tone);
  }

  /** The first row that is not allowed is the one to look at. */
  private void rows(List<RightsViewModel.Row> rows, String missing) {
    rightsTable.getItems().setAll(rows);
    Optional<RightsViewModel.Row> first =
        rows.stream()
            .filter(row -> row.verdict() != RightsViewModel.Verdict.ALLOWED)
            .findFirst()
            .or(() -> rows.stream().findFirst());
    first.ifPresent(row -> rightsTable.getSelectionModel().select(row));
    missingArea.setText(missing);
    show(missingBox, !missing.isEmpty());
    show(rightsTable, !rows.isEmpty());
    show(rightsArea, !rows.isEmpty());
    if (closeButton.isFocused() && !rows.isEmpty()) {
      // It had the focus for want of anything else; the rows are what one walks.
      rightsTable.requestFocus();
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    model.close();
  }
}
