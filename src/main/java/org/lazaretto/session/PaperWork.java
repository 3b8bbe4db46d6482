package org.lazaretto.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.execute.Approver;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Losses;
import org.lazaretto.execute.PaperProof;
import org.lazaretto.execute.Waiver;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.PortException;
import org.lazaretto.session.SessionException.Kind;

/**
 * Steps of a plan that was handed over: which are left, and what is said of those that are done.
 */
public final class PaperWork {
  private static final Set<String> DONE =
      Set.of(new StepOutcome.Done("").word(), new StepOutcome.AlreadySo("").word());

  private static final String NOT_SO = new Verdict.DoesNotHold("").word();

  private final ClusterSession session;
  private final CaseDesk desk;

  /** Works on that cluster and in that case; neither is closed by it. */
  public PaperWork(ClusterSession session, CaseDesk desk) {
    this.session = session;
    this.desk = desk;
  }

  /**
   * What somebody says to have done.
   *
   * @param by who did it
   * @param at when
   * @param how in their words; may be empty
   */
  public record Told(String by, Instant at, String how) {}

  /** A step that was told, and what a fresh read says of it. */
  public record Checked(Step step, Verdict verdict) {}

  /**
   * The steps of a plan that no line of the case says to be done, here or elsewhere; those that
   * were said to be and that a fresh read did not find so; and those that nobody has read since.
   */
  public static List<Step> left(Plan plan, List<JournalLine> lines) {
    Set<String> done = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (JournalLine line : lines) {
      switch (line.entry()) {
        case Entry.Outcome outcome when DONE.contains(outcome.outcome()) ->
            done.add(key(outcome.fingerprint(), outcome.step()));
        case Entry.DoneElsewhere said -> {
          String key = key(said.step().fingerprint(), said.step().step());
          told.add(key);
          done.remove(key);
        }
        case Entry.Verified read -> {
          String key = key(read.fingerprint(), read.step());
          if (read.verdict().equals(NOT_SO)) {
            done.remove(key);
          } else if (told.remove(key)) {
            done.add(key);
          }
        }
        default -> {}
      }
    }
    String mine = plan.fingerprint();
    return plan.steps().stream()
        .filter(step -> !done.contains(key(mine, step.id().toString())))
        .toList();
  }

  /**
   * The lines that say that a step was done elsewhere, and that no read followed: the program ended
   * in between. Whether they are so is not known.
   */
  public static List<JournalLine> unread(List<JournalLine> lines) {
    Map<String, JournalLine> unread = new LinkedHashMap<>();
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.DoneElsewhere told) {
        unread.put(key(told.step().fingerprint(), told.step().step()), line);
      } else if (line.entry() instanceof Entry.Verified read) {
        unread.remove(key(read.fingerprint(), read.step()));
      }
    }
    return List.copyOf(unread.values());
  }

  private static String key(String fingerprint, String step) {
    return fingerprint + " " + step;
  }

  /**
   * Journals that steps were done elsewhere, and what a fresh read says of each.
   *
   * @param ids the steps, such as {@code S-002}
   * @throws SessionException USAGE if the plan has no such step, HELD if this is another cluster;
   *     then nothing is journalled
   */
  public List<Checked> record(Plan plan, List<String> ids, Told told) throws SessionException {
    return record(plan, ids, told, List.of());
  }

  /**
   * The same, with the written reasons on which it was done. What it destroyed that the case does
   * not have and nobody waived is a gap.
   */
  public List<Checked> record(Plan plan, List<String> ids, Told told, List<Waiver> waivers)
      throws SessionException {
    List<Step> steps = steps(plan, ids);
    desk.bind(session.cluster(), session.caller());
    desk.mark(unknown(plan), session.snapshot(), "");
    if (!waivers.isEmpty()) {
      waive(plan, waivers);
    }
    List<Checked> checked = new ArrayList<>();
    for (Step step : steps) {
      checked.add(read(plan, step, tell(plan, step, told)));
    }
    return checked;
  }

  /** Journals that a step was done elsewhere; it is not read yet. */
  Entry.DoneElsewhere tell(Plan plan, Step step, Told told) throws SessionException {
    Entry.DoneElsewhere said = Entry.DoneElsewhere.of(plan, step, told.by(), told.at(), told.how());
    wayBack(plan, step, said.step());
    desk.write(said);
    return said;
  }

  /**
   * Reads again what was said to be done, and journals what the reads say.
   *
   * @param ids the steps, such as {@code S-002}
   * @throws SessionException USAGE if the plan has no such step or nobody said that it was done,
   *     HELD if this is another cluster; then nothing is journalled
   */
  public List<Checked> read(Plan plan, List<String> ids) throws SessionException {
    List<Step> steps = steps(plan, ids);
    Map<String, Entry.DoneElsewhere> told = new HashMap<>();
    for (JournalLine line : desk.journal().lines()) {
      if (line.entry() instanceof Entry.DoneElsewhere said
          && said.step().fingerprint().equals(plan.fingerprint())) {
        told.put(said.step().step(), said);
      }
    }
    for (String id : ids) {
      if (!told.containsKey(id)) {
        throw new SessionException(
            Kind.USAGE, "Nobody said that " + id + " was done. Nothing was journalled.");
      }
    }
    List<Checked> checked = new ArrayList<>();
    for (Step step : steps) {
      Entry.DoneElsewhere said = Optional.ofNullable(told.get(step.id().toString())).orElseThrow();
      checked.add(read(plan, step, said));
    }
    return checked;
  }

  /** What was lost is on disk before the read that settles the step. */
  private Checked read(Plan plan, Step step, Entry.DoneElsewhere said) throws SessionException {
    Verdict verdict = new PaperProof(session.connection().reads()).of(step, said.at());
    if (!verdict.word().equals(NOT_SO)) {
      lost(plan, step, said, verdict);
    }
    desk.write(
        new Entry.Verified(
            plan.fingerprint(),
            step.id().toString(),
            step.target(),
            verdict.word(),
            verdict.text()));
    return new Checked(step, verdict);
  }

  private void lost(Plan plan, Step step, Entry.DoneElsewhere said, Verdict verdict)
      throws SessionException {
    for (Entry.Gap gap : gaps(plan, step, said, verdict)) {
      if (desk.journal().lines().stream().noneMatch(line -> line.entry().equals(gap))) {
        desk.write(gap);
      }
    }
  }

  private List<Entry.Gap> gaps(Plan plan, Step step, Entry.DoneElsewhere said, Verdict verdict) {
    try {
      Losses losses = new Losses(session.connection().reads(), desk.journal().lines());
      List<Entry.Gap> gaps = new ArrayList<>();
      losses
          .of(plan, step)
          .forEach((kind, pods) -> gaps.add(LostGap.of(kind, pods, said, verdict)));
      return gaps;
    } catch (PortException e) {
      return List.of(LostGap.unknown(said, Words.unavailable(e).getMessage()));
    }
  }

  /**
   * Writes a sheet among a case's reports, and journals that and on which written reasons.
   *
   * @return the sheet's file
   */
  Path keep(HandOver handOver, Path reports) throws SessionException {
    Path sheet = handOver.write(reports);
    List<HoldReason> open = waive(handOver.plan(), handOver.waivers());
    String left =
        open.isEmpty()
            ? ""
            : "; not waived: "
                + open.stream().map(HoldReason::id).collect(Collectors.joining(", "));
    desk.write(new Entry.Note("hand-over sheet written: reports/" + sheet.getFileName() + left));
    return sheet;
  }

  /**
   * Journals the written reasons with which a plan is given to somebody else.
   *
   * @return what neither a reason nor a capture answers
   */
  public List<HoldReason> waive(Plan plan, List<Waiver> waivers) throws SessionException {
    try {
      return new Approver(session.connection().reads(), desk.journal()).handOver(plan, waivers);
    } catch (JournalException e) {
      throw Words.of(e);
    }
  }

  private List<Step> steps(Plan plan, List<String> ids) throws SessionException {
    if (!plan.cluster().uid().equals(session.cluster().uid())) {
      throw new SessionException(
          Kind.HELD,
          "T-42: the plan was made for cluster %s, and %s is cluster %s. Nothing was journalled."
              .formatted(plan.cluster().uid(), session.cluster().name(), session.cluster().uid()));
    }
    List<Step> steps = new ArrayList<>();
    for (String id : ids) {
      steps.add(step(plan, id));
    }
    return steps;
  }

  /** Whom the plan is about, and the case has never heard of. */
  private List<PodRef> unknown(Plan plan) {
    Set<String> known = new HashSet<>();
    for (JournalLine line : desk.journal().lines()) {
      if (line.entry() instanceof Entry.SuspectMarked mark) {
        known.add(mark.pod().uid());
      }
    }
    return plan.suspects().stream().filter(pod -> !known.contains(pod.uid())).toList();
  }

  /**
   * A recovery is planned from it, so it is on disk first; what takes back is taken back by none.
   */
  private void wayBack(Plan plan, Step step, Entry.StepNote note) throws SessionException {
    if (plan.wizard() != Wizard.RECOVER) {
      Optional<TakeBack> back = TakeBack.of(step);
      if (back.isPresent()) {
        desk.write(new Entry.WayBack(note.fingerprint(), note.step(), back.get().text()));
      }
    }
  }

  private static Step step(Plan plan, String id) throws SessionException {
    return plan.steps().stream()
        .filter(step -> step.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new SessionException(
                Kind.USAGE, "The plan has no step " + id + ". Nothing was journalled."));
  }
}
