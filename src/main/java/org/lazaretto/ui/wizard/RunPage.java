package org.lazaretto.ui.wizard;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.wizard.run.RunLine;
import org.lazaretto.ui.wizard.run.RunLine.Phase;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** A run as it goes: one line a step, what waits and why, what is unknown. */
final class RunPage implements Page {
  private final RunViewModel run;
  private final Parent view;
  private final Subscription listening;
  private final Toolkit.Ticking ticking;
  @FXML private ProgressBar runProgress;
  @FXML private Label countLabel;
  @FXML private Label elapsedLabel;
  @FXML private Label unknownLabel;
  @FXML private ListView<RunLine> runList;
  @FXML private ListView<String> noteList;
  @FXML private HBox cancelBox;
  @FXML private Button cancelButton;
  @FXML private Label cancelLabel;
  private boolean followed = true;
  private int shown;

  RunPage(RunViewModel run) {
    this.run = run;
    this.view = Pages.load("wizard/run", this);
    runList.setItems(run.lines());
    runList.setCellFactory(_ -> new RunCell(() -> run.stateProperty().get().over()));
    CopiedLine.by(runList);
    // Whoever looks for something himself is not carried away from it.
    runList.addEventFilter(ScrollEvent.SCROLL, _ -> followed = false);
    runList.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> followed = false);
    runList.addEventFilter(KeyEvent.KEY_PRESSED, _ -> followed = false);
    noteList.setItems(run.notes());
    noteList.setCellFactory(_ -> new NoteCell());
    noteList.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(run.notes()));
    noteList.managedProperty().bind(noteList.visibleProperty());
    unknownLabel.managedProperty().bind(unknownLabel.visibleProperty());
    cancelBox.managedProperty().bind(cancelBox.visibleProperty());
    cancelButton.setOnAction(_ -> {
      // A button that is disabled would give the focus away, out of the drawer.
      runList.requestFocus();
      run.cancel();
    });
    this.listening =
        Subscription.combine(
            run.changesProperty().subscribe(_ -> count()), run.stateProperty().subscribe(this::at));
    this.ticking = Toolkit.everySecond(this::tick);
    tick();
  }

  private void count() {
    int all = run.lines().size();
    runProgress.setProgress(all == 0 ? 0 : run.settled() / (double) all);
    countLabel.setText(RunWords.counts(run));
    unknownLabel.setVisible(run.count(Phase.UNKNOWN) > 0);
    follow();
  }

  /** Keeps the first step that is under way in sight, with the one before it. */
  private void follow() {
    int first = 0;
    while (first < run.lines().size() && !run.lines().get(first).phase().underWay()) {
      first++;
    }
    if (followed && first < run.lines().size() && first != shown) {
      shown = first;
      runList.scrollTo(Math.max(0, first - 1));
    }
  }

  private void at(RunState state) {
    cancelBox.setVisible(!state.over());
    boolean stopping = state instanceof RunState.Stopping;
    cancelButton.setDisable(stopping);
    cancelLabel.setText(Texts.of(stopping ? "wizard.run.stopping" : "wizard.run.cancelMeans"));
    if (state.over()) {
      runList.refresh();
    }
    count();
    tick();
  }

  private void tick() {
    elapsedLabel.setText(Texts.of("wizard.run.elapsed", RunWords.spoken(run.elapsed())));
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    ticking.close();
    listening.unsubscribe();
  }
}
