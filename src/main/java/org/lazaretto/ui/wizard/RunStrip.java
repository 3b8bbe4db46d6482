package org.lazaretto.ui.wizard;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.wizard.run.Outcome;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;
import org.lazaretto.ui.wizard.run.Runs;

/** One line about the plan under way while its drawer is closed. */
public final class RunStrip implements Page {
  private final Desk desk;
  private final Runs runs;
  private final Parent view;
  private final Subscription listening;
  private final Toolkit.Ticking ticking;
  private Subscription following = Subscription.EMPTY;
  @FXML private HBox stripBox;
  @FXML private ProgressBar stripProgress;
  @FXML private Label stripLabel;
  @FXML private Label stripElapsedLabel;
  @FXML private Button stripOpenButton;
  @FXML private Button stripCancelButton;
  @FXML private Button stripDismissButton;

  RunStrip(Desk desk, Runs runs) {
    this.desk = desk;
    this.runs = runs;
    this.view = Pages.load("wizard/strip", this);
    stripCancelButton.setTooltip(new Tooltip(Texts.of("wizard.run.cancelMeans")));
    stripOpenButton.setOnAction(_ -> runs.latestProperty().get().ifPresent(this::open));
    stripCancelButton.setOnAction(_ -> runs.latestProperty().get().ifPresent(RunViewModel::cancel));
    stripDismissButton.setOnAction(_ -> runs.latestProperty().get().ifPresent(runs::putAway));
    this.listening =
        Subscription.combine(
            runs.latestProperty().subscribe(this::follow),
            desk.drawerProperty().subscribe(_ -> show()));
    this.ticking = Toolkit.everySecond(this::show);
  }

  private void open(RunViewModel run) {
    desk.drawerProperty().set(Optional.of(run.plan().wizard()));
  }

  private void follow(Optional<RunViewModel> run) {
    following.unsubscribe();
    following =
        run.map(now ->
                Subscription.combine(
                    now.changesProperty().subscribe(_ -> show()),
                    now.stateProperty().subscribe(_ -> show())))
            .orElse(Subscription.EMPTY);
    show();
  }

  private void show() {
    Optional<RunViewModel> run = runs.latestProperty().get();
    Optional<Wizard> open = desk.drawerProperty().get();
    boolean shown = run.isPresent() && !open.equals(run.map(now -> now.plan().wizard()));
    show(stripBox, shown);
    if (shown) {
      show(run.get());
    }
  }

  private void show(RunViewModel run) {
    RunState state = run.stateProperty().get();
    int all = run.lines().size();
    stripProgress.setProgress(state.over() ? 1 : all == 0 ? 0 : run.settled() / (double) all);
    String how = state.over() ? Outcome.of(state).verdict() : RunWords.counts(run);
    stripLabel.setText(Texts.of("wizard.strip.what", PlanWords.title(run.plan().wizard()), how));
    stripElapsedLabel.setText(RunWords.spoken(run.elapsed()));
    show(stripCancelButton, !state.over());
    stripCancelButton.setDisable(state instanceof RunState.Stopping);
    show(stripDismissButton, state.over());
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
    ticking.close();
    listening.unsubscribe();
    following.unsubscribe();
  }
}
