package org.lazaretto.execute;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.model.Verdict;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.TaintWords;
import org.lazaretto.plan.TakeBack;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/** What the cluster, or the case, says today of a step whose outcome was never written. */
final class Aftermath {
  /** Actions that are sent only once the case has what takes them back. */
  private static final Set<String> KEPT_BACK =
      Stream.concat(
              Stream.of("make-policy", "scale-to-zero"),
              Stream.of(Purpose.values()).map(Purpose::word))
          .collect(Collectors.toUnmodifiableSet());

  private final ClusterReads reads;
  private final Journal journal;
  private final Verifier verifier;

  Aftermath(ClusterReads reads, Journal journal) {
    this.reads = reads;
    this.journal = journal;
    this.verifier = new Verifier(reads);
  }

  /** The count before it was never written, so the one of today proves nothing. */
  private Verdict counts(ObjectRef pod) throws PortException {
    String counts =
        reads
            .containers(new PodRef(pod.namespace(), pod.name(), pod.uid()))
            .map(run ->
                run.containers().stream()
                    .map(each -> each.name() + " " + each.restarts())
                    .collect(Collectors.joining(", ")))
            .orElse("none, the pod is gone");
    return new Verdict.CannotTell(
        "It was cut off, perhaps after the container was told to end. Restart counts now: "
            + counts
            + ".");
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
        case "delete-pod", "remove-probe" -> ended(target);
        case "delete-owner", "delete-token" -> removed(target);
        case "remove-policy" -> removed(target);
        case "restart-container" -> counts(target);
        case "probe-ingress" ->
            new Verdict.DoesNotHold(
                "It was cut off; a pod called lazaretto-probe-… may be left; a recovery"
                    + " removes it.");
        case "look-inside" ->
            new Verdict.DoesNotHold(
                "It was cut off; what it ran in the pod reads only and has ended: look again.");
        case "prove-nothing-new" ->
            new Verdict.DoesNotHold("It only reads, and was cut off: make the proof again.");
        case "tolerate" ->
            new FieldCheck(reads).of(target, List.of(TaintWords.evacuationTolerated()));
        default -> keptBack(note);
      };
    } catch (PortException e) {
      return Verifier.unread(e);
    }
  }

  /** Other changes are told by what takes them back, which was kept before they were sent. */
  private Verdict keptBack(Entry.StepNote note) throws PortException {
    List<Entry.WayBack> kept =
        journal.lines().stream()
            .flatMap(
                line -> line.entry() instanceof Entry.WayBack way ? Stream.of(way) : Stream.of())
            .filter(way -> way.fingerprint().equals(note.fingerprint()))
            .filter(way -> way.step().equals(note.step()))
            .toList();
    if (kept.isEmpty() && KEPT_BACK.contains(note.action())) {
      return new Verdict.DoesNotHold(
          "It was never sent: what takes it back is on disk before, and is not there.");
    }
    Optional<TakeBack> back =
        kept.stream().flatMap(way -> TakeBack.read(way.how()).stream()).reduce((_, last) -> last);
    if (back.isEmpty()) {
      return new Verdict.CannotTell(
          "The case does not say what the action " + note.action() + " was to change.");
    }
    return switch (back.get()) {
      case TakeBack.Edits(var target, var edits) ->
          new FieldCheck(reads)
              .of(target, edits.reversed().stream().map(FieldEdit::reversed).toList());
      case TakeBack.RemoveProbes _ ->
          new Verdict.CannotTell("Its probes' pods may be left; a recovery removes them.");
      case TakeBack.Resume _ ->
          new Verdict.CannotTell("Somebody froze it on its node; Kubernetes does not show it.");
      case TakeBack.Remove(var target, var quarantine) ->
          new PolicyCheck(reads).of(target, quarantine);
    };
  }

  private Verdict removed(ObjectRef target) throws PortException {
    return reads
        .fields(target, List.of())
        .filter(now -> now.object().uid().equals(target.uid()))
        .<Verdict>map(_ -> new Verdict.DoesNotHold("It is still there."))
        .orElseGet(() -> new Verdict.Holds("Nothing of this UID is there."));
  }

  private Optional<Pod> pod(ObjectRef target) throws PortException {
    return reads
        .pod(target.namespace(), target.name())
        .filter(pod -> pod.ref().uid().equals(target.uid()));
  }

  /** A suspect that is only being deleted runs on, maybe for as long as a finalizer holds it. */
  private Verdict ended(ObjectRef target) throws PortException {
    Verdict verdict = evicted(target);
    return pod(target)
        .flatMap(now -> now.status().deleting())
        .<Verdict>map(at ->
            new Verdict.CannotTell(
                "The pod is being deleted, since " + at + ", and is still there (T-20)."))
        .orElse(verdict);
  }

  private Verdict evicted(ObjectRef target) throws PortException {
    Optional<Pod> now = pod(target);
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
