package org.lazaretto.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.execute.PaperProof;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.StepOutcome;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.plan.Wizard;
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
   * The steps of a plan that no line of the case says to be done, here or elsewhere, and those that
   * were said to be and that a fresh read did not find so.
   */
  public static List<Step> left(Plan plan, List<JournalLine> lines) {
    Set<String> done = new HashSet<>();
    for (JournalLine line : lines) {
      if (line.entry() instanceof Entry.Outcome outcome && DONE.contains(outcome.outcome())) {
        done.add(outcome.fingerprint() + " " + outcome.step());
      } else if (line.entry() instanceof Entry.DoneElsewhere told) {
        done.add(told.step().fingerprint() + " " + told.step().step());
      } else if (line.entry() instanceof Entry.Verified read && read.verdict().equals(NOT_SO)) {
        done.remove(read.fingerprint() + " " + read.step());
      }
    }
    String mine = plan.fingerprint();
    return plan.steps().stream().filter(step -> !done.contains(mine + " " + step.id())).toList();
  }

  /**
   * Journals that steps were done elsewhere, and what a fresh read says of each.
   *
   * @param ids the steps, such as {@code S-002}
   * @throws SessionException USAGE if the plan has no such step, HELD if this is another cluster;
   *     then nothing is journalled
   */
  public List<Checked> record(Plan plan, List<String> ids, Told told) throws SessionException {
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
    desk.bind(session.cluster(), session.caller());
    desk.mark(unknown(plan), session.snapshot(), "");
    PaperProof proof = new PaperProof(session.connection().reads());
    List<Checked> checked = new ArrayList<>();
    for (Step step : steps) {
      Entry.StepNote note = Entry.StepNote.of(plan, step);
      wayBack(plan, step, note);
      desk.write(new Entry.DoneElsewhere(note, told.by(), told.at(), told.how()));
      Verdict verdict = proof.of(step, told.at());
      desk.write(
          new Entry.Verified(
              note.fingerprint(), note.step(), step.target(), verdict.word(), verdict.text()));
      checked.add(new Checked(step, verdict));
    }
    return checked;
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
