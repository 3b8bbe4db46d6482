package org.lazaretto.ui.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Plan;
import org.lazaretto.session.HandOver;
import org.lazaretto.session.HandedOver;
import org.lazaretto.session.PaperWork;
import org.lazaretto.session.Papers;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/** The plans that were handed over, how their steps stand, and what is recorded of them. */
final class PapersViewModel implements AutoCloseable {
  private final Paper paper;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new Reading());
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
  private Optional<Background.Running> working = Optional.empty();

  /** What the case knows and does. */
  interface Paper {
    /** What was handed over. */
    Papers read() throws SessionException;

    /** Journals that steps were done, and what a fresh read says of each. */
    List<PaperWork.Checked> record(Plan plan, List<String> steps, PaperWork.Told told)
        throws SessionException;

    /** Reads again what was said to be done, and journals it. */
    List<PaperWork.Checked> readAgain(Plan plan, List<String> steps) throws SessionException;

    /** The case's id. */
    String caseId();

    /** The time. */
    Instant now();
  }

  /** How it stands. */
  sealed interface State {}

  /** The case is read, or something is recorded. */
  record Reading() implements State {}

  /** It could not be read. */
  record Failed(Failure failure) implements State {}

  /** What there is. */
  record Shown(Papers papers) implements State {}

  /** What came of the last recording; the tone is a style class. */
  record Said(String words, String tone) {
    static final Said NOTHING = new Said("", "muted");
  }

  /**
   * One step as a row.
   *
   * @param done by whom and when, with the verdict; or that it is left
   * @param told whether somebody said that it was done elsewhere
   * @param details its command, why, how it is verified, and what was read
   */
  record Row(
      String id,
      String title,
      String done,
      boolean left,
      boolean told,
      String command,
      String details) {}

  PapersViewModel(Paper paper, Background background) {
    this.paper = paper;
    this.background = background;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Reads what there is. */
  void read() {
    close();
    state.set(new Reading());
    working =
        Optional.of(
            background.run(
                paper::read,
                papers -> state.set(new Shown(papers)),
                failure -> state.set(new Failed(failure))));
  }

  /** The plan in a few words. */
  static String name(HandedOver each) {
    return Texts.of(
        "shell.papers.plan",
        each.plan().wizard().word(),
        each.left().size(),
        each.lines().size(),
        each.plan().fingerprint().substring(0, 12));
  }

  /** Its steps. */
  static List<Row> rows(HandedOver each) {
    return each.lines().stream().map(line -> row(each.plan(), line)).toList();
  }

  private static Row row(Plan plan, HandedOver.Line line) {
    var card = Cards.of(plan.cluster(), line.step());
    String command = HostileText.visible(card.command().shell());
    StringBuilder details = new StringBuilder(HostileText.visible(card.title()));
    details.append("\n\n").append(command);
    details.append("\n\n").append(HostileText.visible(card.rationale()));
    details
        .append("\n\n")
        .append(Texts.of("shell.papers.proof", HostileText.visible(card.proof())));
    line.told()
        .filter(told -> !told.read().isEmpty() || !told.how().isEmpty())
        .ifPresent(told ->
            details
                .append("\n\n")
                .append(HostileText.visible(told.how()))
                .append(told.how().isEmpty() ? "" : "\n")
                .append(HostileText.visible(told.read())));
    return new Row(
        line.step().id().toString(),
        HostileText.visible(card.title()),
        done(line),
        line.left(),
        line.told().isPresent(),
        command,
        details.toString());
  }

  private static String done(HandedOver.Line line) {
    if (line.told().isEmpty()) {
      return Texts.of(line.left() ? "shell.papers.left" : "shell.papers.here");
    }
    HandedOver.Told told = line.told().get();
    return Texts.of(
        "shell.papers.done",
        HostileText.visible(told.by()),
        told.at().toString(),
        sign(told.verdict()));
  }

  private static String sign(String verdict) {
    return Texts.of("shell.papers.verdict." + (verdict.isEmpty() ? "none" : verdict));
  }

  /** The time with which the field begins. */
  String nowText() {
    return paper.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
  }

  /** What is left of a plan, as Markdown. */
  String sheet(HandedOver each) {
    return new HandOver(each.plan(), each.left(), paper.caseId(), paper.now()).sheet();
  }

  /**
   * Journals the steps as done, and verifies them.
   *
   * @param at the time as it was put in
   */
  void record(HandedOver each, List<String> steps, String by, String at, String how) {
    if (steps.isEmpty() || by.isBlank()) {
      said.set(new Said(Texts.of("shell.papers.missing"), "tone-warn"));
      return;
    }
    Instant when;
    try {
      when = Instant.parse(at.strip());
    } catch (DateTimeParseException e) {
      said.set(new Said(Texts.of("shell.papers.noTime", nowText()), "tone-warn"));
      return;
    }
    PaperWork.Told told = new PaperWork.Told(by.strip(), when, how.strip());
    work(() -> paper.record(each.plan(), steps, told), "shell.papers.recorded");
  }

  /** Reads again what was said to be done, and nothing else. */
  void readAgain(HandedOver each, List<String> steps) {
    work(() -> paper.readAgain(each.plan(), steps), "shell.papers.readAgain");
  }

  private void work(Background.Work<List<PaperWork.Checked>> task, String key) {
    close();
    state.set(new Reading());
    working =
        Optional.of(
            background.run(
                task,
                checked -> checked(key, checked),
                failure -> {
                  said.set(new Said("✕ " + failure.code() + ": " + failure.words(), "tone-bad"));
                  read();
                }));
  }

  private void checked(String key, List<PaperWork.Checked> checked) {
    long holds = checked.stream().filter(c -> c.verdict() instanceof Verdict.Holds).count();
    String words = Texts.of(key, checked.size(), holds);
    said.set(new Said(words, holds == checked.size() ? "tone-good" : "tone-warn"));
    read();
  }

  @Override
  public void close() {
    working.ifPresent(Background.Running::cancel);
    working = Optional.empty();
  }
}
