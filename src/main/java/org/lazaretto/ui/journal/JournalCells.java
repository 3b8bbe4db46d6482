package org.lazaretto.ui.journal;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.Texts;

/** The cells of the journal's table. */
final class JournalCells {
  private JournalCells() {}

  /** Gives a column its values and cells. */
  static <T> void dress(
      TableColumn<JournalRow, T> column,
      RowQuery.Column kind,
      JournalViewModel journal,
      JournalHost host) {
    @SuppressWarnings("unchecked")
    TableColumn<JournalRow, JournalRow> rows = (TableColumn<JournalRow, JournalRow>) column;
    rows.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    Supplier<Cell> cells =
        switch (kind) {
          case TIME -> () -> new TimeCell(journal);
          case WHO -> WhoCell::new;
          case STEP -> StepCell::new;
          case WHAT -> () -> new WhatCell(host);
          case OUTCOME -> OutcomeCell::new;
          case EVIDENCE -> EvidenceCell::new;
        };
    rows.setCellFactory(_ -> cells.get());
  }

  /** What the last column says. */
  static String evidence(JournalRow row) {
    List<EvidenceItem> items = row.evidence();
    long bytes = items.stream().mapToLong(EvidenceItem::size).sum();
    return switch (items.size()) {
      case 0 -> "";
      case 1 -> items.getFirst().id() + " " + Legible.size(bytes);
      default -> Texts.of("journal.evidence.items", items.size(), Legible.size(bytes));
    };
  }

  /** A cell that shows a part of its row, and all of it on hover. */
  private abstract static class Cell extends TableCell<JournalRow, JournalRow> {
    private final Hint hint = Hint.on(this);

    @Override
    protected void updateItem(JournalRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setText("");
        setGraphic(null);
        hint.say("");
      } else {
        show(row);
      }
    }

    abstract void show(JournalRow row);

    final void hint(String text) {
      hint.say(text);
    }
  }

  private static final class TimeCell extends Cell {
    private final JournalViewModel journal;

    TimeCell(JournalViewModel journal) {
      this.journal = journal;
      getStyleClass().add("mono");
    }

    @Override
    void show(JournalRow row) {
      setText(Legible.time(row.at(), journal.oneDay()));
      hint(Legible.both(row.at(), ZoneId.systemDefault()));
    }
  }

  private static final class WhoCell extends Cell {
    @Override
    void show(JournalRow row) {
      setText(Legible.line(row.who()));
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      hint(getText());
    }
  }

  private static final class StepCell extends Cell {
    @Override
    void show(JournalRow row) {
      setText(row.kind().word());
    }
  }

  private static final class WhatCell extends Cell {
    /** Pixels, a little above what a letter takes at the size of a table. */
    private static final double LETTER = 6.5;

    private static final double MONO_LETTER = 7.3;
    private static final double NAME = 160;
    private static final double GAP = 16;

    private final Label before = new Label();
    private final Label name = new Label();
    private final Label after = new Label();
    private final HBox all = new HBox(before, name, after);

    WhatCell(JournalHost host) {
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      name.getStyleClass().addAll("mono", "what-name");
      after.setMinWidth(0);
      widthProperty().subscribe(_ -> share());
      all.setAlignment(Pos.CENTER_LEFT);
      if (host.selects()) {
        name.getStyleClass().add("what-link");
        name.setOnMouseClicked(event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
            getItem().what().object().ifPresent(host::select);
          }
        });
      }
    }

    @Override
    void show(JournalRow row) {
      boolean named = !row.what().name().isEmpty();
      before.setText(Legible.line(row.what().before()));
      name.setText(Legible.line(row.what().name()));
      after.setText(Legible.line(row.what().after()));
      name.setManaged(named);
      name.setVisible(named);
      after.setManaged(named);
      after.setVisible(named);
      share();
      setGraphic(all);
      hint(Legible.line(row.what().text()));
    }

    /** What follows the name gives way first; neither of the others takes more than a half then. */
    private void share() {
      double half = Math.max(0, getWidth() / 2 - GAP);
      before.setMinWidth(least(before, LETTER, half));
      name.setMinWidth(least(name, MONO_LETTER, Math.min(half, NAME)));
    }

    private static double least(Label label, double letter, double most) {
      return label.getText().length() * letter <= most ? Region.USE_PREF_SIZE : most;
    }
  }

  private static final class OutcomeCell extends Cell {
    @Override
    void show(JournalRow row) {
      String tone = row.outcome().tone().styleClass();
      if (!getStyleClass().contains(tone)) {
        getStyleClass().removeIf(name -> name.startsWith("tone-"));
        getStyleClass().add(tone);
      }
      setText(row.outcome().spoken());
      String why = row.outcome().why();
      hint(why.isEmpty() ? getText() : getText() + "\n" + Legible.line(why));
    }
  }

  private static final class EvidenceCell extends Cell {
    @Override
    void show(JournalRow row) {
      setText(evidence(row));
      hint(getText());
    }
  }
}
