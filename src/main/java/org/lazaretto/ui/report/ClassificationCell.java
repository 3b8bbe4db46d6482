package org.lazaretto.ui.report;

import javafx.scene.control.ListCell;
import org.lazaretto.report.Classification;

/** A label of the Traffic Light Protocol, alone or with what it allows. */
final class ClassificationCell extends ListCell<Classification> {
  private final boolean explained;

  ClassificationCell(boolean explained) {
    this.explained = explained;
  }

  @Override
  protected void updateItem(Classification item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setText("");
    } else {
      setText(explained ? item.label() + " · " + item.sharing() : item.label());
    }
  }
}
