package org.lazaretto.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.Connections;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;
import org.lazaretto.port.Exchange;

/** What a journal line says. Texts are data: they may hold hostile names, and no secret. */
public sealed interface Entry {
  /** The case begins; always the first line. */
  record CaseOpened(CaseInfo info, String productVersion) implements Entry {}

  /** Somebody opened the case for writing, on this machine, as these identities. */
  record Opened(String osUser, String host, String productVersion, String pid) implements Entry {}

  /** The cluster that the case is about was reached, as this identity. */
  record ClusterBound(String uid, String name, String server, String version, String caller)
      implements Entry {}

  /** A pod was marked as compromised. */
  record SuspectMarked(PodRef pod, String node, String reason) implements Entry {}

  /** A mark was taken back: the pod is no longer held to be compromised. */
  record SuspectCleared(PodRef pod, String reason) implements Entry {}

  /** A plan was approved: who, and exactly what by its fingerprint. */
  record Approved(String wizard, String fingerprint, int steps, List<FindingNote> findings)
      implements Entry {
    /** Copies what it is given. */
    public Approved {
      findings = List.copyOf(findings);
    }
  }

  /** A finding as the responder saw it when approving. */
  record FindingNote(String id, String severity, String text, String instead) {}

  /**
   * The measure that an approved plan carries out, as published and as it is in this cluster.
   *
   * @param published its published mark, such as {@code 3.65}
   * @param here its mark with the business impact that this plan has here
   * @param lost what is lost here, one sentence per workload
   */
  record Rated(String fingerprint, String measure, String published, String here, List<String> lost)
      implements Entry {
    /** Copies what it is given. */
    public Rated {
      lost = List.copyOf(lost);
    }
  }

  /** A plan was held; nothing of it was sent. */
  record Held(String wizard, String fingerprint, List<String> reasons) implements Entry {
    /** Copies what it is given. */
    public Held {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A written reason for going on against a finding or the order guard.
   *
   * @param objects of which objects it was read and needed; empty if it concerns the plan as a
   *     whole, and in lines of versions that did not keep it
   * @param needed whether the plan needed it
   */
  record Waived(
      String fingerprint, String id, List<ObjectRef> objects, String reason, boolean needed)
      implements Entry {
    /** Copies what it is given. */
    public Waived {
      objects = List.copyOf(objects);
    }

    /** Of which nobody kept the objects. */
    public Waived(String fingerprint, String id, String reason, boolean needed) {
      this(fingerprint, id, List.of(), reason, needed);
    }
  }

  /**
   * A step is about to be sent.
   *
   * @param visible where an intruder could notice it, as {@link org.lazaretto.plan.Card#visible}
   *     says; empty in journals of versions that did not keep it
   */
  record Intent(StepNote step, String visible) implements Entry {
    /** An intent of which nobody kept where it could be noticed. */
    public Intent(StepNote step) {
      this(step, "");
    }

    /** The intent of one step of one plan. */
    public static Intent of(Plan plan, Step step) {
      return new Intent(StepNotes.of(plan, step), Cards.of(plan.cluster(), step).visible());
    }
  }

  /**
   * What takes a step back, kept before the step is sent.
   *
   * @param how as {@link org.lazaretto.plan.TakeBack} writes it
   */
  record WayBack(String fingerprint, String step, String how) implements Entry {}

  /** What was proven about the connections of a pod after it was isolated. */
  record Isolated(String fingerprint, PodRef pod, Connections connections) implements Entry {}

  /** What is known of a step, as text. */
  record StepNote(
      String fingerprint,
      String step,
      String action,
      ObjectRef target,
      String title,
      String command,
      String playbook) {
    /** The note of one step of one plan. */
    public static StepNote of(Plan plan, Step step) {
      return StepNotes.of(plan, step);
    }
  }

  /** What became of a step; {@code exchange} is the last request of the step, if one was sent. */
  record Outcome(
      String fingerprint,
      String step,
      ObjectRef target,
      String outcome,
      String text,
      Optional<Exchange> exchange)
      implements Entry {}

  /** What a fresh read said of a step's effect. */
  record Verified(String fingerprint, String step, ObjectRef target, String verdict, String text)
      implements Entry {}

  /**
   * A run ended: done, cancelled or stopped; what a person should know. Where a responder looked
   * and found nothing to do, it has no fingerprint.
   */
  record RunEnded(String wizard, String fingerprint, String status, String summary)
      implements Entry {
    /** The status of a wizard that had nothing to do. */
    public static final String NOTHING = "nothing-to-do";
  }

  /** An intent without outcome was found on opening; what the cluster says now. */
  record Reconciled(long intentLine, String step, ObjectRef target, String verdict, String text)
      implements Entry {}

  /** An evidence item was taken. */
  record EvidenceTaken(EvidenceItem item) implements Entry {}

  /** Evidence was hashed again; what differs, empty if nothing. */
  record EvidenceChecked(int items, List<String> differing) implements Entry {
    /** Copies what it is given. */
    public EvidenceChecked {
      differing = List.copyOf(differing);
    }
  }

  /** Something could not be seen or captured. */
  record Gap(String what, String why) implements Entry {}

  /** An unterminated last line was set aside into a file of the case folder. */
  record TornTail(int bytes, String file, String sha256) implements Entry {}

  /** The machine's clock jumped against its monotonic clock. */
  record ClockJump(Instant expected, String by) implements Entry {}

  /**
   * A report was written.
   *
   * @param classification with whom it may be shared, such as {@code TLP:AMBER}; empty in lines of
   *     earlier versions
   */
  record ReportWritten(String format, String file, String sha256, String classification)
      implements Entry {}

  /**
   * An order of the wizards was chosen. A choice, not a waiver.
   *
   * @param order such as {@code quiet}
   * @param proposed the one that the answers asked for
   * @param answers the four questions with their answers and where these come from
   * @param price what the chosen order costs here, as it was shown
   * @param reason the responder's words; may be empty
   * @param replies the answers as words; empty in lines of earlier versions
   */
  record OrderChosen(
      String order,
      String proposed,
      List<String> answers,
      List<String> price,
      String reason,
      List<Reply> replies)
      implements Entry {
    /** Copies what it is given. */
    public OrderChosen {
      answers = List.copyOf(answers);
      price = List.copyOf(price);
      replies = List.copyOf(replies);
    }

    /** Of which nobody kept the answers but as sentences. */
    public OrderChosen(
        String order, String proposed, List<String> answers, List<String> price, String reason) {
      this(order, proposed, answers, price, reason, List.of());
    }
  }

  /**
   * The answer to one of the questions about the order.
   *
   * @param question such as {@code harm}
   * @param reply such as {@code yes}
   * @param given whether the responder gave it; else it was computed from the live state
   */
  record Reply(String question, String reply, boolean given) {}

  /**
   * A step of a plan that was handed over was carried out without this program, says whoever wrote
   * this line.
   *
   * @param by who did it
   * @param at when, as they said it
   * @param how in their words; may be empty
   * @param visible where an intruder could notice it, as of an {@link Intent}
   */
  record DoneElsewhere(StepNote step, String by, Instant at, String how, String visible)
      implements Entry {
    /** Of which nobody kept where it could be noticed. */
    public DoneElsewhere(StepNote step, String by, Instant at, String how) {
      this(step, by, at, how, "");
    }

    /** One step of one plan. */
    public static DoneElsewhere of(Plan plan, Step step, String by, Instant at, String how) {
      return new DoneElsewhere(
          StepNotes.of(plan, step), by, at, how, Cards.of(plan.cluster(), step).visible());
    }
  }

  /** A responder's note. */
  record Note(String text) implements Entry {}
}
