package org.lazaretto.execute;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lazaretto.model.Connections;
import org.lazaretto.model.Connections.State;
import org.lazaretto.model.Verdict;
import org.lazaretto.plan.ContainStep.LookInside;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.ClusterReads;

/**
 * Looks from inside suspects, before and after their isolation, and only where the responder waived
 * T-35: it runs commands in them. What they cannot be asked is not known, and said.
 */
final class Looks {
  /** The finding that has to be waived. */
  static final String WAIVER = "T-35";

  private static final String STAND = "Connections that stand: ";
  private static final String STOP = " That has to stop.";
  private static final String UNPROVEN =
      " What is not seen before the isolation cannot prove it afterwards.";

  /** Whatever a hostile answer says before it, our own words come last. */
  private static final Pattern STOOD =
      Pattern.compile(
          Pattern.quote(STAND)
              + "[1-9][0-9]*\\.("
              + Pattern.quote(STOP)
              + "|"
              + Pattern.quote(UNPROVEN)
              + ")$");

  private final ClusterReads reads;
  private final ClusterControl control;
  private final Sender sender;
  private final Timing timing;
  private final String tool;

  Looks(ClusterReads reads, ClusterControl control, Sender sender, Timing timing, String tool) {
    this.reads = reads;
    this.control = control;
    this.sender = sender;
    this.timing = timing;
    this.tool = tool;
  }

  void look(Run run, LookInside step) {
    if (!run.waived(new Subject(WAIVER, List.of(step.target())))) {
      run.skipped(
          step, "Nobody waived T-35 of this pod in writing, so nothing was run in the suspect.");
      return;
    }
    Questions questions = new Questions(control, timing, tool, run, step);
    Visit visit = new Visit(reads, timing, questions, run, step);
    Optional<Act> act = sender.send(run, step, visit::made);
    act.ifPresent(sent -> told(run, step, visit, sent));
  }

  private static void told(Run run, LookInside step, Visit visit, Act sent) {
    Looked seen = visit.seen(sent.outcome().text());
    run.proofs().looked(step.pod(), seen, step.after());
    if (sent.effectPossible()) {
      run.verified(step, step.after() ? after(run.proofs().inside(step.pod())) : before(seen));
    }
  }

  private static Verdict before(Looked seen) {
    String text = "From it: " + seen.egress().text() + " " + standing(seen);
    return seen.egress().open() && seen.standing().isPresent()
        ? new Verdict.Holds(text + STOP)
        : new Verdict.CannotTell(text + UNPROVEN);
  }

  /** Whether the words on a look before an isolation tell of connections that stood. */
  static boolean toldOfStanding(String text) {
    return STOOD.matcher(text).find();
  }

  private static String standing(Looked seen) {
    return seen.standing().map(sockets -> STAND + sockets.size() + ".").orElse(seen.trouble());
  }

  private static Verdict after(Connections seen) {
    if (seen.egress() == State.OPEN || seen.established() == State.OPEN) {
      return new Verdict.DoesNotHold(seen.how());
    }
    return seen.egress() == State.BLOCKED && seen.established() == State.BLOCKED
        ? new Verdict.Holds(seen.how())
        : new Verdict.CannotTell(seen.how());
  }
}
