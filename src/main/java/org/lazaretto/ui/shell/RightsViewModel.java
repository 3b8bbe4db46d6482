package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.execute.PermissionMatrix;
import org.lazaretto.execute.Preflight;
import org.lazaretto.execute.Preflight.Answer;
import org.lazaretto.model.HostileText;
import org.lazaretto.session.Rights;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/** What we may do, by what it is needed for; asked of the cluster, right by right. */
final class RightsViewModel implements AutoCloseable {
  private final Background.Work<Rights> ask;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Asking());
  private Optional<Background.Running> asking = Optional.empty();

  /** How the asking stands. */
  sealed interface State {}

  /** The cluster is being asked. */
  record Asking() implements State {}

  /** It could not be asked. */
  record Failed(Failure failure) implements State {}

  /** It answered. */
  record Told(Rights rights, List<Row> rows, Summary summary) implements State {}

  /** What counts most of some answers: one denied right outweighs all that are allowed. */
  enum Verdict {
    ALLOWED,
    CANNOT_TELL,
    DENIED
  }

  /**
   * One purpose: observing, or a wizard.
   *
   * @param words the verdict with its sign, so that no colour is needed
   * @param rights each right with its sign and answer, and why where it cannot be told; the denied
   *     ones first
   */
  record Row(String purpose, Verdict verdict, String words, List<String> rights) {}

  /** All of it in one sentence. */
  record Summary(Verdict verdict, String words) {}

  /** Asks by that work. */
  RightsViewModel(Background.Work<Rights> ask, Background background) {
    this.ask = ask;
    this.background = background;
  }

  /** How it stands. */
  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Asks, or asks again. */
  void ask() {
    close();
    state.set(new Asking());
    asking =
        Optional.of(
            background.run(
                ask, rights -> state.set(told(rights)), failure -> state.set(new Failed(failure))));
  }

  private static Told told(Rights rights) {
    List<Row> rows = new ArrayList<>();
    rights.matrix().rows().forEach((purpose, needed) -> rows.add(row(purpose, needed)));
    return new Told(rights, List.copyOf(rows), summary(rights.matrix()));
  }

  private static Row row(String purpose, List<Preflight.Right> needed) {
    long denied = count(needed, Verdict.DENIED);
    long untold = count(needed, Verdict.CANNOT_TELL);
    List<String> words = new ArrayList<>();
    if (denied > 0) {
      words.add(Texts.of("shell.rights.row.denied", denied, needed.size()));
    }
    if (untold > 0) {
      words.add(Texts.of("shell.rights.row.untold", untold, needed.size()));
    }
    if (words.isEmpty()) {
      words.add(Texts.of("shell.rights.row.allowed", needed.size()));
    }
    return new Row(
        Texts.of("shell.rights.for." + purpose),
        gravest(denied, untold),
        String.join(", ", words),
        needed.stream()
            .sorted(Comparator.comparing(RightsViewModel::verdict).reversed())
            .map(RightsViewModel::spoken)
            .toList());
  }

  private static Summary summary(PermissionMatrix matrix) {
    List<Preflight.Right> all = matrix.rows().values().stream().flatMap(List::stream).toList();
    long denied = matrix.denied().size();
    long untold = all.stream().distinct().filter(r -> verdict(r) == Verdict.CANNOT_TELL).count();
    Verdict gravest = gravest(denied, untold);
    return new Summary(
        gravest,
        switch (gravest) {
          case ALLOWED -> Texts.of("shell.rights.all");
          case CANNOT_TELL -> Texts.of("shell.rights.untold", untold);
          case DENIED -> Texts.of("shell.rights.denied", denied, untold);
        });
  }

  private static Verdict gravest(long denied, long untold) {
    if (denied > 0) {
      return Verdict.DENIED;
    }
    return untold > 0 ? Verdict.CANNOT_TELL : Verdict.ALLOWED;
  }

  private static long count(List<Preflight.Right> rights, Verdict verdict) {
    return rights.stream().filter(right -> verdict(right) == verdict).count();
  }

  private static Verdict verdict(Preflight.Right right) {
    return switch (right.answer()) {
      case Answer.Allowed _ -> Verdict.ALLOWED;
      case Answer.Denied _ -> Verdict.DENIED;
      case Answer.CannotTell _ -> Verdict.CANNOT_TELL;
    };
  }

  private static String spoken(Preflight.Right right) {
    String what = HostileText.visible(right.permission().spoken());
    return switch (right.answer()) {
      case Answer.Allowed _ -> Texts.of("shell.rights.right.allowed", what);
      case Answer.Denied _ -> Texts.of("shell.rights.right.denied", what);
      case Answer.CannotTell(var reason) ->
          Texts.of("shell.rights.right.untold", what, HostileText.visible(reason));
    };
  }

  /** All of it as text to copy. */
  String copyable() {
    return switch (state.get()) {
      case Asking _ -> "";
      case Failed(var failure) -> failure.copyable();
      case Told told -> copyable(told);
    };
  }

  private static String copyable(Told told) {
    List<String> lines = new ArrayList<>();
    lines.add(told.summary().words());
    for (Row row : told.rows()) {
      lines.add(row.purpose() + ": " + row.words());
      row.rights().forEach(right -> lines.add("  " + right));
    }
    if (!told.rights().missing().isEmpty()) {
      lines.add("");
      lines.add(told.rights().missing());
    }
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    asking.ifPresent(Background.Running::cancel);
    asking = Optional.empty();
  }
}
