package org.lazaretto.ui.journal;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;

/** Where a note is written. */
final class NoteBar implements Page {
  private final NoteViewModel note;
  private final Parent view;
  private final Subscription listening;
  @FXML private TextArea noteArea;
  @FXML private Button writeButton;
  @FXML private Button leaveButton;
  @FXML private HBox failureBox;
  @FXML private Label failureLabel;
  @FXML private Button copyButton;

  NoteBar(NoteViewModel note) {
    this.note = note;
    this.view = Pages.load("journal/note", this);
    noteArea.textProperty().bindBidirectional(note.textProperty());
    noteArea.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    writeButton.setOnAction(_ -> note.write());
    leaveButton.setOnAction(_ -> note.leave());
    this.listening =
        note.textProperty()
            .subscribe(_ -> refresh())
            .and(note.busyProperty().subscribe(_ -> refresh()))
            .and(note.failureProperty().subscribe(this::failed));
  }

  private void refresh() {
    writeButton.setDisable(!note.writes());
    noteArea.setEditable(!note.busyProperty().get());
  }

  private void failed(Optional<Failure> failure) {
    failureBox.setVisible(failure.isPresent());
    failureBox.setManaged(failure.isPresent());
    failure.ifPresent(why -> {
      failureLabel.setText("✕ " + why.code() + " · " + why.words());
      copyButton.setOnAction(_ -> Clip.copy(why.copyable()));
    });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      note.write();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      note.leave();
      event.consume();
    }
  }

  void focus() {
    noteArea.requestFocus();
    noteArea.end();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    noteArea.textProperty().unbindBidirectional(note.textProperty());
  }
}
