package org.lazaretto.ui.verify;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** Checks every line, every evidence file and the head of a case, while somebody watches. */
public final class VerifySheet implements Page {
  private final VerifyViewModel model;
  private final Runnable checked;
  private final Parent view;
  private final Subscription listening;
  @FXML private NameLabel folderLabel;
  @FXML private ProgressBar verifyProgress;
  @FXML private Label linesLabel;
  @FXML private Label evidenceLabel;
  @FXML private Label resultLabel;
  @FXML private TextArea foundArea;
  @FXML private Button cancelButton;
  @FXML private Button againButton;
  @FXML private Button copyButton;
  @FXML private Button closeButton;

  /**
   * Begins at once; ends what goes on when it is closed.
   *
   * @param checked hears when one came to its end, as the journal may have grown by it
   * @param leave takes the sheet away
   */
  public VerifySheet(Subject subject, Background background, Runnable checked, Runnable leave) {
    this.model = new VerifyViewModel(subject, background);
    this.checked = checked;
    this.view = Pages.load("verify/verify", this);
    folderLabel.setName(subject.folder().toString());
    resultLabel.setMinHeight(Region.USE_PREF_SIZE);
    cancelButton.setOnAction(_ -> model.cancel());
    againButton.setOnAction(_ -> model.start());
    copyButton.setOnAction(_ -> Clip.copy(copyable(subject)));
    closeButton.setOnAction(_ -> leave.run());
    model.start();
    this.listening = model.stateProperty().subscribe(this::show);
  }

  private void show(VerifyViewModel.State state) {
    show(cancelButton, !state.over());
    show(againButton, state.over());
    show(verifyProgress, !state.over());
    copyButton.setDisable(!state.over());
    switch (state) {
      case VerifyViewModel.Progress progress -> show(progress);
      case VerifyViewModel.GivenUp _ -> result(Texts.of("verify.givenup"), "tone-warn", "");
      case VerifyViewModel.Failed(var failure) ->
          result(failure.code() + ": " + failure.words(), "tone-warn", failure.details());
      case VerifyViewModel.Told(var verification) -> show(verification);
    }
  }

  private void show(VerifyViewModel.Progress progress) {
    lines(progress.lines());
    evidenceLabel.setText(
        progress.hashed().map(VerifySheet::hashed).orElse(Texts.of("verify.evidence.later")));
    double share =
        progress
            .hashed()
            .filter(hashed -> hashed.ofBytes() > 0)
            .map(hashed -> (double) hashed.bytes() / hashed.ofBytes())
            .orElse(0.0);
    verifyProgress.setProgress(share);
    result(Texts.of("verify.running"), "muted", "");
  }

  private void lines(long checked) {
    long all = model.allLines();
    linesLabel.setText(
        all == 0
            ? Texts.of("verify.lines.some", checked)
            : Texts.of("verify.lines", checked, Math.max(checked, all)));
  }

  private static String hashed(VerificationWatch.Hashed hashed) {
    return Texts.of(
        "verify.evidence",
        hashed.items(),
        hashed.ofItems(),
        hashed.bytes() / 1024,
        hashed.ofBytes() / 1024);
  }

  private void show(Verification verification) {
    lines(verification.lines());
    evidenceLabel.setText(Texts.of("verify.evidence.all", verification.evidence()));
    if (verification.holds()) {
      result(
          Texts.of("verify.holds", verification.lines(), verification.evidence()),
          "tone-good",
          VerifyViewModel.found(verification));
    } else {
      result(
          Texts.of("verify.broken", verification.problems().size()),
          "tone-bad",
          VerifyViewModel.found(verification));
    }
    checked.run();
  }

  private void result(String words, String tone, String found) {
    resultLabel.setText(words);
    resultLabel.getStyleClass().removeIf(name -> name.startsWith("tone-") || name.equals("muted"));
    resultLabel.getStyleClass().add(tone);
    foundArea.setText(found);
    show(foundArea, !found.isEmpty());
  }

  private String copyable(Subject subject) {
    Optional<String> head =
        model.stateProperty().get() instanceof VerifyViewModel.Told(var verification)
            ? Optional.of(Texts.of("verify.head", verification.head()))
            : Optional.empty();
    return String.join(
        "\n",
        subject.folder().toString(),
        resultLabel.getText(),
        linesLabel.getText(),
        evidenceLabel.getText(),
        head.orElse(""),
        foundArea.getText());
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
