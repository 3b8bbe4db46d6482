package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.Rehearsal;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.EffectRow;
import org.lazaretto.ui.wizard.proposal.Loaded;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** The plan in a sentence, in a table, and step by step with what the server says of each. */
final class PreviewPage implements Page {
  /** Wizards whose steps each stand for themselves. */
  private static final Set<Wizard> BY_STEP =
      EnumSet.of(Wizard.ISOLATE, Wizard.CREDENTIALS, Wizard.DISPOSE, Wizard.RECOVER);

  private static final int MOST_ROWS = 9;
  private static final int MOST_STEPS = 5;

  private final WizardViewModel wizard;
  private final Parent view;
  private final StepDetail detail;
  private final Subscription listening;
  @FXML private TextFlow headlineFlow;
  @FXML private VBox serverBox;
  @FXML private Label serverLabel;
  @FXML private Button askAgainButton;
  @FXML private Button copyServerButton;
  @FXML private TableView<EffectRow> effectTable;
  @FXML private ListView<Step> stepList;
  @FXML private VBox stepBox;

  PreviewPage(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/preview", this);
    this.detail = new StepDetail(stepBox, wizard);
    askAgainButton.setOnAction(_ -> wizard.live().askAgain());
    copyServerButton.setOnAction(_ -> Clip.copy(serverLabel.getText()));
    table();
    stepList.setCellFactory(_ -> new StepCell(wizard));
    this.listening =
        Subscription.combine(
            stepList.getSelectionModel().selectedItemProperty().subscribe(this::select),
            effectTable.getSelectionModel().selectedItemProperty().subscribe(this::jump),
            wizard.live().proposalProperty().subscribe(p -> p.value().ifPresent(this::show)),
            wizard.live().rehearsalProperty().subscribe(this::answered),
            wizard.judgement().concernsProperty().subscribe(_ -> detail.show()),
            wizard.draftProperty().subscribe(_ -> detail.show()));
  }

  private void table() {
    String kind = wizard.wizard().word();
    boolean byStep = BY_STEP.contains(wizard.wizard());
    TableColumn<EffectRow, EffectRow> effect =
        Cells.column("wizard.preview.effect", effectWidth(), row -> row);
    effect.setCellFactory(_ -> new EffectCell());
    TableColumn<EffectRow, EffectRow> subject =
        Cells.column("wizard.preview.subject." + kind, subjectWidth(), row -> row);
    subject.setCellFactory(_ -> new SubjectCell());
    List<TableColumn<EffectRow, ?>> columns = new ArrayList<>();
    columns.add(subject);
    columns.add(Cells.words("wizard.preview.method", methodWidth(byStep), EffectRow::method));
    if (!byStep) {
      columns.add(Cells.numbers("wizard.preview.count." + kind, 52, EffectRow::count));
    }
    columns.add(effect);
    effectTable.getColumns().setAll(columns);
    effectTable.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Columns.remember(effectTable, "effects-" + kind);
    effectTable.setRowFactory(_ -> new EffectTableRow(effect));
    effect.widthProperty().subscribe(_ -> fit());
  }

  /** The names of nodes differ in their middle, and it has to be seen. */
  private double subjectWidth() {
    return switch (wizard.wizard()) {
      case CORDON -> 216;
      case FREEZE -> 260;
      case EVACUATE -> 160;
      case ISOLATE, CREDENTIALS, DISPOSE, RECOVER -> 190;
    };
  }

  /** What a recovery does to a field takes one word. */
  private double methodWidth(boolean byStep) {
    return wizard.wizard() == Wizard.RECOVER ? 76 : byStep ? 96 : 84;
  }

  /** What a recovery gives back are fields with their values. */
  private double effectWidth() {
    return wizard.wizard() == Wizard.RECOVER ? 270 : 190;
  }

  private void show(Proposal proposal) {
    Headlines.show(headlineFlow, proposal.headline());
    if (!proposal.rows().equals(effectTable.getItems())) {
      effectTable.getItems().setAll(proposal.rows());
    }
    fit();
    List<Step> steps = proposal.plan().steps();
    if (!steps.equals(stepList.getItems())) {
      int before = Math.max(0, stepList.getSelectionModel().getSelectedIndex());
      stepList.getItems().setAll(steps);
      stepList.getSelectionModel().select(Math.min(before, steps.size() - 1));
    }
    stepList.setVisible(steps.size() > 1);
    stepList.setManaged(steps.size() > 1);
    double height = Math.clamp(steps.size(), 1, MOST_STEPS) * stepList.getFixedCellSize() + 2;
    stepList.setPrefHeight(height);
    stepList.setMinHeight(height);
    detail.show();
  }

  /** A row is as high as its effect needs. */
  private void fit() {
    double width = effectTable.getColumns().getLast().getWidth();
    double rows =
        effectTable.getItems().stream()
            .limit(MOST_ROWS)
            .mapToDouble(row -> EffectCell.height(row, width))
            .sum();
    Cells.fit(effectTable, rows);
    effectTable.refresh();
  }

  private void select(@org.jspecify.annotations.Nullable Step step) {
    detail.of(Optional.ofNullable(step));
  }

  private void jump(@org.jspecify.annotations.Nullable EffectRow row) {
    if (row == null || row.steps().isEmpty()) {
      return;
    }
    StepId first = row.steps().getFirst();
    for (Step step : stepList.getItems()) {
      if (step.id().equals(first)) {
        stepList.getSelectionModel().select(step);
        stepList.scrollTo(step);
      }
    }
  }

  private void answered(Loaded<Rehearsal> rehearsal) {
    stepList.refresh();
    detail.show();
    String trouble =
        switch (rehearsal) {
          case Loaded.Absent<Rehearsal> _, Loaded.Coming<Rehearsal> _ -> "";
          case Loaded.Failed<Rehearsal>(var failure) ->
              Texts.of("wizard.obstacle.rehearsalFailed", failure.copyable());
          case Loaded.There<Rehearsal>(var said) -> trouble(said);
        };
    serverLabel.setText(HostileText.visible(trouble));
    serverBox.setVisible(!trouble.isEmpty());
    serverBox.setManaged(!trouble.isEmpty());
  }

  private static String trouble(Rehearsal said) {
    if (said.onlyReads() && !said.denied().isEmpty()) {
      String rights =
          said.denied().stream().map(Permission::spoken).collect(Collectors.joining("; "));
      return Texts.of("wizard.preview.gaps", rights);
    }
    return Obstacle.of(said).stream().map(Obstacle::text).collect(Collectors.joining(" "));
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
  }
}
