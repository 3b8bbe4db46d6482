package org.lazaretto.execute;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Verdict;
import org.lazaretto.model.Workload;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** What the cluster, or the case, says today of a step whose outcome was never written. */
final class Aftermath {
  private final ClusterReads reads;
  private final Journal journal;
  private final Verifier verifier;

  Aftermath(ClusterReads reads, Journal journal) {
    this.reads = reads;
    this.journal = journal;
    this.verifier = new Verifier(reads);
  }

  /** The journal names the action by its word, which may be of a version that we do not know. */
  Verdict of(JournalLine intent, Entry.StepNote note) {
    try {
      ObjectRef target = note.target();
      return switch (note.action()) {
        case "cordon-node" -> verifier.cordoned(new NodeRef(target.name(), target.uid()));
        case "evict-pod" -> evicted(target);
        case "restart-rollout" -> restarted(intent, target);
        case "keep-response" -> kept(intent, target);
        case "prove-nothing-new" ->
            new Verdict.DoesNotHold("It only reads, and was cut off: make the proof again.");
        default ->
            new Verdict.CannotTell("This version does not know the action " + note.action() + ".");
      };
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  private Verdict evicted(ObjectRef target) throws PortException {
    Optional<Pod> now =
        reads
            .pod(target.namespace(), target.name())
            .filter(pod -> pod.ref().uid().equals(target.uid()));
    if (now.isEmpty()) {
      return new Verdict.Holds("The pod of this UID is gone.");
    }
    return now.get()
        .status()
        .deleting()
        .<Verdict>map(at -> new Verdict.Holds("The pod is being deleted, since " + at + "."))
        .orElseGet(() -> new Verdict.DoesNotHold("The pod is there and not being deleted."));
  }

  private Verdict restarted(JournalLine intent, ObjectRef target) throws PortException {
    Optional<Workload> now = reads.workload(target);
    if (now.isEmpty()) {
      return new Verdict.DoesNotHold(target.spoken() + " is gone.");
    }
    String stamp = now.get().rollout().restartedAt();
    return notBefore(stamp, intent.at())
        ? new Verdict.Holds("Its template was stamped " + stamp + ", after the intent.")
        : new Verdict.DoesNotHold("Its template carries no restart since the intent.");
  }

  /** A stamp has whole seconds. */
  private static boolean notBefore(String stamp, Instant intent) {
    try {
      return !Instant.parse(stamp).isBefore(intent.truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeParseException notOurs) {
      return false;
    }
  }

  private Verdict kept(JournalLine intent, ObjectRef target) {
    boolean kept =
        journal.lines().stream()
            .filter(line -> line.number() > intent.number())
            .anyMatch(line ->
                line.entry() instanceof Entry.EvidenceTaken(var item)
                    && item.draft().source().equals(target));
    return kept
        ? new Verdict.Holds("Evidence of it was registered after the intent.")
        : new Verdict.DoesNotHold("It only reads, and nothing was kept: capture it again.");
  }
}
