package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Step;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.proposal.StepView;

/** Everything about one step: its command first, then why, its proof, the way back, who sees it. */
final class StepDetail {
  private static final int MOST_NOTES = 6;

  private final VBox box;
  private final WizardViewModel wizard;
  private Optional<Step> shown = Optional.empty();
  private Optional<Told> told = Optional.empty();

  /** What is told of a step; as long as it is the same, its button keeps the focus. */
  private record Told(StepView view, List<Concern> concerns, Set<Concern> waived) {}

  StepDetail(VBox box, WizardViewModel wizard) {
    this.box = box;
    this.wizard = wizard;
  }

  void of(Optional<Step> step) {
    shown = step;
    show();
  }

  void show() {
    Optional<Proposal> proposal = wizard.live().proposalProperty().get().value();
    if (shown.isEmpty() || proposal.isEmpty()) {
      told = Optional.empty();
      box.getChildren().clear();
      return;
    }
    Step step = shown.get();
    StepView view =
        StepView.of(proposal.get().plan(), step, wizard.live().rehearsalProperty().get());
    Told now = told(view, concerns(step));
    if (told.filter(now::equals).isPresent()) {
      return;
    }
    told = Optional.of(now);
    List<Node> parts = new ArrayList<>(List.of(heading(view), command(view), rows(view)));
    parts.addAll(notes(now));
    box.getChildren().setAll(parts);
  }

  private static Node heading(StepView view) {
    Label heading = new Label(HostileText.visible(view.heading()));
    heading.getStyleClass().add("small-caps");
    heading.setWrapText(true);
    Label answer = new Label(HostileText.visible(view.answer()));
    answer.getStyleClass().add(view.trouble() ? "wizard-warn" : "wizard-answer");
    answer.setWrapText(true);
    return new VBox(4, heading, answer);
  }

  private static Node command(StepView view) {
    Label text = new Label("$ " + HostileText.visible(view.command()));
    text.getStyleClass().add("mono");
    text.setWrapText(true);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button copy = new Button(Texts.of("wizard.step.copy"));
    copy.setId("copyCommandButton");
    copy.getStyleClass().addAll("flat", "small");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(_ -> Clip.copy(view.command()));
    HBox line = new HBox(8, text, copy);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("wizard-command");
    return line;
  }

  private static Node rows(StepView view) {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(6);
    ColumnConstraints label = new ColumnConstraints(96);
    ColumnConstraints text = new ColumnConstraints();
    text.setHgrow(Priority.ALWAYS);
    text.setFillWidth(true);
    grid.getColumnConstraints().setAll(label, text);
    for (StepView.Row row : view.rows()) {
      Label name = new Label(row.label());
      name.getStyleClass().add("muted");
      Label words = new Label(HostileText.visible(row.text()));
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setValignment(name, javafx.geometry.VPos.TOP);
      grid.addRow(grid.getRowCount(), name, words);
    }
    return grid;
  }

  /** The consequences that this step has a part in, the gravest first. */
  private List<Concern> concerns(Step step) {
    return wizard.judgement().concernsProperty().get().stream()
        .filter(concern -> concern.steps().contains(step.id()))
        .toList();
  }

  private Told told(StepView view, List<Concern> concerns) {
    Set<Concern> waived =
        concerns.stream()
            .filter(concern -> wizard.judgement().waived(concern, wizard.draft()))
            .collect(Collectors.toSet());
    return new Told(view, concerns, waived);
  }

  private static List<Node> notes(Told now) {
    List<Concern> concerns = now.concerns();
    List<Node> notes = new ArrayList<>();
    concerns.stream()
        .limit(MOST_NOTES)
        .map(concern -> new StepNote(concern, now.waived().contains(concern)))
        .forEach(notes::add);
    if (concerns.size() > MOST_NOTES) {
      Label more = new Label(Texts.of("wizard.step.moreNotes", concerns.size() - MOST_NOTES));
      more.getStyleClass().add("wizard-note");
      notes.add(more);
    }
    return notes;
  }
}
