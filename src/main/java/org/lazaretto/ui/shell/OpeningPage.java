package org.lazaretto.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Toolkit;

/** The page while something is being opened, and when it could not be. */
final class OpeningPage implements Page {
  private final OpeningViewModel model;
  private final boolean still;
  private final Parent view;
  private final Toolkit.Ticking ticking;
  @FXML private Label titleLabel;
  @FXML private NameLabel whatLabel;
  @FXML private ProgressBar waitBar;
  @FXML private Label wordsLabel;
  @FXML private Label codeLabel;
  @FXML private Button retryButton;
  @FXML private Button backButton;
  @FXML private Button copyButton;

  /**
   * A page for what is being opened.
   *
   * @param still whether nothing moves
   * @param retry tries again
   * @param back gives up, or goes back after a failure
   */
  OpeningPage(Opening opening, boolean still, Runnable retry, Runnable back) {
    this.still = still;
    this.model = new OpeningViewModel(opening);
    this.view = Pages.load("shell/opening", this);
    whatLabel.setName(model.what());
    wordsLabel.setMinHeight(Region.USE_PREF_SIZE);
    retryButton.setOnAction(_ -> {
      model.again();
      draw();
      retry.run();
    });
    backButton.setOnAction(_ -> back.run());
    copyButton.setOnAction(_ -> Clip.copy(model.details()));
    this.ticking = Toolkit.everySecond(this::tick);
    draw();
  }

  private void tick() {
    model.tick();
    draw();
  }

  /** Says why it could not be opened. */
  void failed(Failure failure) {
    model.failed(failure);
    draw();
    retryButton.requestFocus();
  }

  private void draw() {
    OpeningViewModel.Said said = model.said();
    titleLabel.setText(said.title());
    wordsLabel.setText(said.words());
    codeLabel.setText(said.code());
    backButton.setText(said.back());
    show(waitBar, said.waiting() && !still);
    show(codeLabel, !said.waiting());
    show(retryButton, !said.waiting());
    show(copyButton, !said.waiting());
  }

  private static void show(javafx.scene.Node node, boolean shown) {
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
  }
}
