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
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;
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
    this.ticking = Toolkit.everySecond(this::tick);
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

  private void tick() {
    runs.latestProperty().get().filter(Strip::told).ifPresent(runs::putAway);
    show();
  }

  private void show() {
    Optional<Strip> strip = Strip.of(runs.latestProperty().get(), desk.drawerProperty().get());
    show(stripBox, strip.isPresent());
    strip.ifPresent(this::show);
  }

  private void show(Strip strip) {
    stripProgress.setProgress(strip.progress());
    stripLabel.setText(strip.words());
    stripElapsedLabel.setText(strip.elapsed());
    show(stripCancelButton, !strip.over());
    stripCancelButton.setDisable(strip.stopping());
    show(stripDismissButton, strip.over());
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
