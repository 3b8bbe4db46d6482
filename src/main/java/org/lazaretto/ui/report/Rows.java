package org.lazaretto.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.lazaretto.ui.fx.Texts;

/** The rows of a section, some in each piece: columns are as wide in every piece. */
final class Rows {
  private static final int IN_A_PIECE = 8;

  private final int columns;
  private final List<Row> rows = new ArrayList<>();

  private record Row(Object told, Supplier<List<Node>> cells) {}

  Rows(int columns) {
    this.columns = columns;
  }

  /** One more row, made of what it tells. */
  void add(Object told, Supplier<List<Node>> cells) {
    rows.add(new Row(told, cells));
  }

  /** The rows. */
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += IN_A_PIECE) {
      List<Row> some = List.copyOf(rows.subList(from, Math.min(rows.size(), from + IN_A_PIECE)));
      pieces.add(new Piece(some.stream().map(Row::told).toList(), () -> grid(some)));
    }
    return pieces;
  }

  /** The rows, or a sentence if there are none. */
  List<Piece> or(String key) {
    return rows.isEmpty() ? List.of(new Piece(key, () -> Prose.muted(Texts.of(key)))) : pieces();
  }

  private Grid grid(List<Row> some) {
    Grid grid = new Grid(columns);
    some.forEach(row -> grid.row(row.cells().get()));
    return grid;
  }
}
