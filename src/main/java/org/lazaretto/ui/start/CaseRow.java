package org.lazaretto.ui.start;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.journal.CaseFile;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.desk.CaseProgress;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/**
 * A case in the table of recent ones.
 *
 * @param folder where it is
 * @param found what was found there; nothing while it is still being read
 */
record CaseRow(Path folder, Found found) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What was found in a folder. */
  sealed interface Found {
    /** It is still being read. */
    record Reading() implements Found {}

    /** A case. */
    record Case(CaseFile file, CaseProgress progress) implements Found {}

    /** Something that cannot be read. */
    record Unreadable(Failure failure) implements Found {}
  }

  /** How good something is. */
  enum Tone {
    PLAIN,
    GOOD,
    WARN,
    BAD
  }

  /** Words with their tone. */
  record Words(String text, Tone tone) {}

  static CaseRow reading(Path folder) {
    return new CaseRow(folder, new Found.Reading());
  }

  CaseRow read(CaseFile file) {
    return new CaseRow(folder, new Found.Case(file, CaseProgress.of(file.lines())));
  }

  CaseRow unreadable(Failure failure) {
    return new CaseRow(folder, new Found.Unreadable(failure));
  }

  private Optional<Found.Case> read() {
    return found instanceof Found.Case file ? Optional.of(file) : Optional.empty();
  }

  /** How many lines its journal has; 0 while that is not known. */
  long lines() {
    return read().map(read -> read.file().verification().lines()).orElse(0L);
  }

  String id() {
    return HostileText.visible(
        read().map(read -> read.file().info().id()).orElse(String.valueOf(folder.getFileName())));
  }

  /** The cluster's name; empty while none is bound. */
  String cluster() {
    return HostileText.visible(read().map(read -> read.file().info().clusterName()).orElse(""));
  }

  /** Whether it belongs to the training range, whose worlds end with their window. */
  boolean exercise() {
    return read().map(read -> read.file().info().exercise()).orElse(false);
  }

  /** Whether somebody may go on with it. */
  boolean open() {
    return read().isPresent() && !exercise();
  }

  Optional<Instant> lastEntry() {
    return read()
        .filter(read -> !read.file().lines().isEmpty())
        .map(read -> read.file().lines().getLast().at());
  }

  String last() {
    return lastEntry().map(MOMENT::format).orElse("");
  }

  Words state() {
    return switch (found) {
      case Found.Reading _ -> new Words(Texts.of("start.case.reading"), Tone.PLAIN);
      case Found.Unreadable _ -> new Words("▲ " + Texts.of("start.case.unreadable"), Tone.WARN);
      case Found.Case(_, var progress) -> state(progress);
    };
  }

  private static Words state(CaseProgress progress) {
    if (progress.loose().unknown() > 0) {
      return new Words("▲ " + Texts.of("start.case.unknown"), Tone.WARN);
    }
    if (progress.loose().underWay() > 0) {
      return new Words("▲ " + Texts.of("start.case.underway"), Tone.WARN);
    }
    Optional<Phase> held =
        progress.next().filter(phase -> progress.state(phase) == Phase.State.HELD);
    if (held.isPresent()) {
      return new Words("▲ " + Texts.of("start.case.held." + word(held.get())), Tone.WARN);
    }
    String reached = progress.reached().map(CaseRow::word).orElse("none");
    return new Words(Texts.of("start.case.reached." + reached), Tone.PLAIN);
  }

  private static String word(Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  Words chain() {
    return switch (found) {
      case Found.Reading _ -> new Words("", Tone.PLAIN);
      case Found.Unreadable _ -> new Words("?", Tone.WARN);
      case Found.Case(var file, _) ->
          file.verification().holds()
              ? new Words(
                  "✓ " + Texts.of("start.case.lines", file.verification().lines()), Tone.GOOD)
              : new Words("✕ " + Texts.of("start.case.broken"), Tone.BAD);
    };
  }

  /** What is wrong, in sentences; empty if nothing is known to be. */
  String trouble() {
    return switch (found) {
      case Found.Reading _ -> "";
      case Found.Unreadable(var failure) -> failure.words();
      case Found.Case(var file, _) ->
          String.join(
              "\n",
              file.verification().problems().stream()
                  .map(problem -> HostileText.visible(problem.spoken()))
                  .toList());
    };
  }

  /** The row as text, as it is copied. */
  String copyable() {
    return String.join(
        "\t", id(), cluster(), state().text(), last(), chain().text(), folder.toString());
  }
}
