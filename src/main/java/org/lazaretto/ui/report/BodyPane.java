package org.lazaretto.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.lazaretto.ui.fx.Toolkit;

/**
 * A report's sections in the window. They are made piece by piece, one in a pulse, for a long
 * report would hold the window up; of the next reading only those pieces that tell something else.
 */
final class BodyPane implements AutoCloseable {
  private static final double BETWEEN = 8;

  private final VBox box;
  private final Runnable changed;
  private final List<Shown> shown = new ArrayList<>();
  private Toolkit.Ticking growing = () -> {};

  private record Shown(VBox box, List<Object> told, int before) {
    boolean has(int place, Piece piece) {
      return place < told.size() && told.get(place).equals(piece.told());
    }

    void put(int place, Piece piece) {
      if (place < told.size()) {
        told.set(place, piece.told());
        box.getChildren().set(before + place, piece.made().get());
      } else {
        told.add(piece.told());
        box.getChildren().add(piece.made().get());
      }
    }

    void end(int length) {
      told.subList(length, told.size()).clear();
      box.getChildren().remove(before + length, box.getChildren().size());
    }
  }

  /**
   * Nothing is shown yet.
   *
   * @param changed is told of each piece that stands there
   */
  BodyPane(VBox box, Runnable changed) {
    this.box = box;
    this.changed = changed;
  }

  boolean isEmpty() {
    return shown.isEmpty();
  }

  /** Shows this instead of a report. */
  void say(Node words) {
    growing.close();
    shown.clear();
    box.getChildren().setAll(words);
  }

  /** Shows a report, which has the sections of the one before. */
  void show(List<ReportBody.Section> sections) {
    List<Runnable> work = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      add(work, i, sections.get(i));
    }
    growing.close();
    growing = Toolkit.onePerPulse(work);
  }

  private void add(List<Runnable> work, int place, ReportBody.Section section) {
    Optional<Shown> there = place < shown.size() ? Optional.of(shown.get(place)) : Optional.empty();
    List<Piece> pieces = section.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      int next = i;
      Piece piece = pieces.get(i);
      if (there.filter(old -> old.has(next, piece)).isEmpty()) {
        work.add(() -> put(place, section, next, piece));
      }
    }
    if (there.filter(old -> old.told().size() > pieces.size()).isPresent()) {
      work.add(() -> {
        shown.get(place).end(pieces.size());
        changed.run();
      });
    }
  }

  private void put(int place, ReportBody.Section section, int next, Piece piece) {
    if (place == shown.size()) {
      begin(section);
    }
    shown.get(place).put(next, piece);
    changed.run();
  }

  private void begin(ReportBody.Section section) {
    VBox made = new VBox(BETWEEN);
    if (!section.title().isEmpty()) {
      made.getChildren().add(Prose.styled(section.title(), "report-heading"));
    }
    if (shown.isEmpty()) {
      box.getChildren().clear();
    }
    shown.add(new Shown(made, new ArrayList<>(), made.getChildren().size()));
    box.getChildren().add(made);
  }

  /** A section, once it is there. */
  Optional<Node> section(int place) {
    return place < shown.size() ? Optional.of(shown.get(place).box()) : Optional.empty();
  }

  /** Makes no more. */
  @Override
  public void close() {
    growing.close();
  }
}
