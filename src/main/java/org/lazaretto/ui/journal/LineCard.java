package org.lazaretto.ui.journal;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.ui.fx.Texts;

/** One journal line with all that it says, and its place in the chain. */
final class LineCard extends VBox {
  private static final double NAMES = 112;

  LineCard(JournalLine line) {
    getStyleClass().add("line-card");
    Label number = new Label(Texts.of("journal.detail.line", line.number()));
    number.getStyleClass().add("line-number");
    Label word = new Label(EntryWord.of(line.entry()));
    Label time = new Label(Legible.whole(line.at()));
    time.getStyleClass().addAll("mono", "muted");
    HBox head = new HBox(8, number, word, time);
    GridPane grid = new GridPane(8, 2);
    grid.getStyleClass().add("fact-grid");
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    EntryFacts.of(line.entry()).forEach(fact -> add(grid, fact));
    add(grid, new EntryFacts.Fact(Texts.of("journal.fact.by"), line.operator(), false));
    add(grid, new EntryFacts.Fact(Texts.of("journal.fact.hash"), line.hash(), true));
    add(grid, new EntryFacts.Fact(Texts.of("journal.fact.prev"), line.prev(), true));
    getChildren().addAll(head, grid);
  }

  private static void add(GridPane grid, EntryFacts.Fact fact) {
    Label name = new Label(fact.name());
    name.getStyleClass().add("muted");
    GridPane.setValignment(name, VPos.TOP);
    grid.addRow(grid.getRowCount(), name, new ValueLabel(fact.value(), fact.exact()));
  }
}
