package org.lazaretto.ui.shell;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.util.Subscription;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** Asks what becomes of a plan under way when its case or the window is to be closed. */
final class LeaveSheet implements Page {
  private final RunViewModel run;
  private final Runnable gone;
  private final Parent view;
  private final Subscription listening;
  private boolean leaving;
  @FXML private Label titleLabel;
  @FXML private Label wordsLabel;
  @FXML private ProgressBar runProgress;
  @FXML private Label countLabel;
  @FXML private Button waitButton;
  @FXML private Button cancelRunButton;
  @FXML private Button nowButton;
  @FXML private Button stayButton;

  /**
   * A sheet about that plan.
   *
   * @param leave closes what was to be closed
   * @param stay takes the sheet away
   */
  LeaveSheet(RunViewModel run, Runnable leave, Runnable stay) {
    this.run = run;
    this.gone = leave;
    this.view = Pages.load("shell/leave", this);
    waitButton.setOnAction(_ -> waitForIt());
    cancelRunButton.setOnAction(_ -> cancel());
    nowButton.setOnAction(_ -> leave.run());
    stayButton.setOnAction(_ -> stay.run());
    this.listening =
        Subscription.combine(
            run.changesProperty().subscribe(_ -> draw()),
            run.stateProperty().subscribe(_ -> look()));
    draw();
  }

  private void waitForIt() {
    leave(() -> {});
  }

  private void cancel() {
    leave(run::cancel);
  }

  /** The button goes that was pressed: a second press must not fall on the one that comes there. */
  private void leave(Runnable first) {
    leaving = true;
    stayButton.requestFocus();
    first.run();
    look();
  }

  private void look() {
    if (leaving && run.stateProperty().get().over()) {
      gone.run();
    } else {
      draw();
    }
  }

  private void draw() {
    RunState state = run.stateProperty().get();
    String plan = Texts.of("shell.phase." + run.plan().wizard().name().toLowerCase(Locale.ROOT));
    titleLabel.setText(Texts.of(state.over() ? "shell.leave.ended" : "shell.leave.title", plan));
    wordsLabel.setText(Texts.of("shell.leave." + key(state)));
    int all = run.lines().size();
    runProgress.setProgress(all == 0 ? 0 : (double) run.settled() / all);
    countLabel.setText(Texts.of("shell.leave.count", run.settled(), all));
    show(waitButton, !leaving);
    waitButton.setText(Texts.of(state.over() ? "shell.leave.close" : "shell.leave.wait"));
    show(cancelRunButton, !state.over() && !(state instanceof RunState.Stopping));
    show(nowButton, leaving);
  }

  private String key(RunState state) {
    if (state.over()) {
      return "over";
    }
    if (!leaving) {
      return "ask";
    }
    return state instanceof RunState.Stopping ? "stopping" : "waiting";
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
  }
}
