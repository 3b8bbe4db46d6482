package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.execute.RunResult;
import org.lazaretto.model.Connections;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.run.Outcome;
import org.lazaretto.ui.wizard.run.RunLine;
import org.lazaretto.ui.wizard.run.RunLine.Phase;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** What came of a run: what is verified, what does not hold, what is not known, what is next. */
final class ResultPage implements Page {
  private final WizardViewModel wizard;
  private final RunViewModel run;
  private final Parent view;
  private final Subscription listening;
  @FXML private HBox verdictBox;
  @FXML private Label signLabel;
  @FXML private Label verdictLabel;
  @FXML private Label detailLabel;
  @FXML private FlowPane countFlow;
  @FXML private VBox provenBox;
  @FXML private Label nextLabel;
  @FXML private Button againButton;
  @FXML private Button journalButton;
  @FXML private Button copyResultButton;
  @FXML private Label codeLabel;
  @FXML private VBox restBox;
  @FXML private ListView<RunLine> restList;

  ResultPage(WizardViewModel wizard, RunViewModel run, Consumer<Plan> showInJournal) {
    this.wizard = wizard;
    this.run = run;
    this.view = Pages.load("wizard/result", this);
    FilteredList<RunLine> rest =
        new FilteredList<>(
            run.lines(), line -> line.phase() != Phase.HOLDS && line.phase() != Phase.QUEUED);
    restList.setItems(rest);
    restList.setCellFactory(_ -> new RunCell(() -> true));
    CopiedLine.by(restList);
    restBox.setVisible(!rest.isEmpty());
    restBox.managedProperty().bind(restBox.visibleProperty());
    detailLabel.managedProperty().bind(detailLabel.visibleProperty());
    againButton.setOnAction(_ -> wizard.again());
    againButton.managedProperty().bind(againButton.visibleProperty());
    journalButton.setOnAction(_ -> showInJournal.accept(run.plan()));
    this.listening =
        Subscription.combine(
            run.stateProperty().subscribe(this::show),
            wizard.mainProperty().subscribe(_ -> offerRest()));
  }

  private void show(RunState state) {
    if (!state.over()) {
      return;
    }
    Outcome outcome = Outcome.of(state);
    String tone = outcome.tone().name().toLowerCase(Locale.ROOT);
    verdictBox.getStyleClass().add("wizard-verdict-" + tone);
    signLabel.setText(sign(outcome.tone()));
    verdictLabel.setText(outcome.verdict());
    detailLabel.setText(HostileText.visible(outcome.detail()));
    detailLabel.setVisible(!outcome.detail().isEmpty());
    boolean good = outcome.tone() == Outcome.Tone.GOOD;
    codeLabel.setText(good ? "" : outcome.code());
    copyResultButton.setOnAction(_ -> Clip.copy(outcome.copyable()));
    nextLabel.setText(
        untouched(state) ? Texts.of("wizard.result.next.notBegun") : next(outcome.tone()));
    provenBox.getChildren().setAll(Proven.rows(wizard.work().proven(run.plan())));
    provenBox.setVisible(!provenBox.getChildren().isEmpty());
    provenBox.setManaged(provenBox.isVisible());
    if (state instanceof RunState.Ended(var result)) {
      countFlow.getChildren().setAll(counts(result));
    }
  }

  /** Where the case goes on elsewhere, what did not come to its end can still be planned again. */
  private void offerRest() {
    againButton.setVisible((!wizard.worked() || unproven()) && !wizard.repeats());
  }

  private static boolean untouched(RunState state) {
    return switch (state) {
      case RunState.Running _, RunState.Stopping _ -> false;
      case RunState.NotBegun _ -> true;
      case RunState.Ended(var result) ->
          !(result instanceof RunResult.AllHold) && Outcome.nothingSent(result);
    };
  }

  private String next(Outcome.Tone tone) {
    return switch (tone) {
      case GOOD -> Texts.of(nextOfGood());
      case UNKNOWN -> Texts.of("wizard.result.next.uncertain");
      case WARN, BAD ->
          Texts.of(standsOpen() ? "wizard.result.next.stands" : "wizard.result.next.hold");
    };
  }

  private String nextOfGood() {
    if (unproven()) {
      return "wizard.result.next.unproven";
    }
    return restarted()
        ? "wizard.result.next.restarted"
        : "wizard.result.next." + wizard.wizard().word();
  }

  /** Whoever was restarted is there again, and nobody has to watch for that. */
  private boolean restarted() {
    return run.plan().request() instanceof Request.Dispose(_, var way, _)
        && way == Disposal.RESTART;
  }

  /** An isolation that was made and not proven can be tried anew. */
  private boolean unproven() {
    return wizard.work().proven(run.plan()).stream()
        .map(told -> told.connections())
        .anyMatch(seen ->
            seen.fresh() != Connections.State.BLOCKED
                || seen.established() != Connections.State.BLOCKED);
  }

  /** What stands goes on however often the isolation is planned again. */
  private boolean standsOpen() {
    return wizard.work().proven(run.plan()).stream()
        .anyMatch(told -> told.connections().established() == Connections.State.OPEN);
  }

  private static String sign(Outcome.Tone tone) {
    return switch (tone) {
      case GOOD -> "✓";
      case WARN -> "▲";
      case BAD -> "✕";
      case UNKNOWN -> "?";
    };
  }

  private List<Label> counts(RunResult result) {
    List<Label> counts = new java.util.ArrayList<>();
    add(counts, "wizard.result.verified", run.count(Phase.HOLDS));
    add(counts, "wizard.result.gaps", Outcome.gaps(result));
    add(counts, "wizard.result.doesNotHold", run.count(Phase.DOES_NOT_HOLD));
    add(counts, "wizard.result.cannotTell", run.count(Phase.CANNOT_TELL));
    add(counts, "wizard.result.unknown", run.count(Phase.UNKNOWN));
    add(counts, "wizard.result.refused", run.count(Phase.REFUSED));
    add(counts, "wizard.result.notStarted", run.count(Phase.NOT_STARTED));
    Label took = new Label(RunWords.took(run.elapsed()));
    took.getStyleClass().add("muted");
    counts.add(took);
    return counts;
  }

  private static void add(List<Label> counts, String key, int count) {
    if (count > 0) {
      counts.add(new Label(Texts.of(key, count)));
    }
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
