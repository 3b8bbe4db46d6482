package org.lazaretto.ui.wizard;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;

/** A sentence about a run as a whole. */
final class NoteCell extends ListCell<String> {
  NoteCell() {
    setWrapText(true);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable String note, boolean empty) {
    super.updateItem(note, empty);
    setText(empty || note == null ? "" : HostileText.visible(note));
  }
}
