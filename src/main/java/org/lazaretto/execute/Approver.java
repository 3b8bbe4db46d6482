package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.Journal;
import org.lazaretto.journal.JournalException;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.EvidenceClass;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Plan;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * Binds an approval to exactly one plan, and holds plans that may not run. Who approved stands in
 * the journal's lines as their operator.
 */
public final class Approver {
  private final ClusterReads reads;
  private final Journal journal;

  /** Approves for one cluster and one case. */
  public Approver(ClusterReads reads, Journal journal) {
    this.reads = reads;
    this.journal = journal;
  }

  /**
   * Grants or holds the plan, and journals which.
   *
   * @param fingerprint what the responder wrote down as approved
   * @param waivers written reasons for going on; doubled and unneeded ones are journalled as such
   * @throws JournalException if the decision cannot be written; then nothing is approved
   */
  public ApprovalResult approve(Plan plan, String fingerprint, List<Waiver> waivers)
      throws JournalException {
    Waivers given = new Waivers(waivers);
    List<HoldReason> reasons = new ArrayList<>(given.refused());
    try {
      cluster(plan, reads.identity().uid(), reasons);
      fingerprint(plan, fingerprint, reasons);
      byHand(plan, reasons);
      findings(plan, given, reasons);
      evidence(plan, given, reasons);
    } catch (PortException e) {
      return new ApprovalResult.NoAccess(Refusals.words(e));
    }
    return reasons.isEmpty() ? grant(plan, given) : hold(plan, reasons);
  }

  /**
   * Journals the written reasons with which a plan is given to somebody else, each once. Nothing is
   * approved by it.
   *
   * @return what neither a waiver nor a capture answers
   */
  public List<HoldReason> handOver(Plan plan, List<Waiver> waivers) throws JournalException {
    List<HoldReason> open = new ArrayList<>(new Waivers(waivers).refused());
    Waivers given = new Waivers(waivers).sound();
    findings(plan, given, open);
    try {
      evidence(plan, given, open);
    } catch (PortException e) {
      open.add(new HoldReason("evidence", "Not asked about: " + Refusals.words(e), false));
    }
    for (Entry.Waived waived : given.entries(plan.fingerprint())) {
      if (journal.lines().stream().noneMatch(line -> line.entry().equals(waived))) {
        journal.write(waived);
      }
    }
    return List.copyOf(open);
  }

  /**
   * Leave for a plan that only reads: it needs nobody's approval, but the right cluster.
   *
   * @throws IllegalArgumentException if a step changes something
   */
  public ApprovalResult reading(Plan plan) throws JournalException {
    if (plan.steps().stream().anyMatch(Actions::changes)) {
      throw new IllegalArgumentException("the plan changes something");
    }
    return approve(plan, plan.fingerprint(), List.of());
  }

  /**
   * What the order guard would hold the plan for: classes of evidence that it destroys before the
   * case has them, one reason for each class and pod. Journals nothing.
   *
   * @throws PortException if the cluster does not say which pods belong to the suspects
   */
  public List<HoldReason> uncaptured(Plan plan) throws PortException {
    List<HoldReason> reasons = new ArrayList<>();
    missing(plan)
        .forEach((kind, pods) -> pods.forEach(pod -> reasons.add(uncaptured(kind, Set.of(pod)))));
    return reasons;
  }

  /** What comes before a step by hand can be carried out; what it begins with cannot. */
  private static void byHand(Plan plan, List<HoldReason> reasons) {
    if (plan.steps().stream().findFirst().filter(Actions::byHand).isPresent()) {
      String text =
          "Kubernetes cannot do what this plan "
              + (plan.steps().stream().allMatch(Actions::byHand) ? "says" : "begins with")
              + ": somebody does it on the node. Hand it over"
              + " (`hand-over sheet`), and record what was done (`hand-over done`).";
      reasons.add(new HoldReason("by-hand", text, false));
    }
  }

  private void cluster(Plan plan, String live, List<HoldReason> reasons) {
    if (!plan.cluster().uid().equals(live)) {
      reasons.add(wrongCluster("The plan was made for another cluster than this one."));
    }
    String bound = boundCluster();
    if (!bound.isEmpty() && !bound.equals(live)) {
      reasons.add(wrongCluster("The case is about another cluster than this one."));
    }
  }

  private static HoldReason wrongCluster(String text) {
    return new HoldReason("T-42", text + " Use its own context, or another case.", false);
  }

  /** What the case was bound to first, which is what it stays bound to. */
  private String boundCluster() {
    String opened = journal.info().clusterUid();
    if (!opened.isEmpty()) {
      return opened;
    }
    for (JournalLine line : journal.lines()) {
      if (line.entry() instanceof Entry.ClusterBound bound) {
        return bound.uid();
      }
    }
    return "";
  }

  private static void fingerprint(Plan plan, String given, List<HoldReason> reasons) {
    if (!plan.fingerprint().equals(given)) {
      String text =
          "What was approved is not this plan: its fingerprint is now "
              + plan.fingerprint()
              + ". Look at the plan again.";
      reasons.add(new HoldReason("fingerprint", text, false));
    }
  }

  private static void findings(Plan plan, Waivers waivers, List<HoldReason> reasons) {
    for (Finding finding : plan.findings()) {
      if (finding.severity() == Finding.Severity.STOP
          && !(finding.waivable() && waivers.waive(Subject.of(finding)))) {
        String text =
            finding.text() + " Instead: " + finding.instead() + waivers.otherwise(finding.id());
        reasons.add(new HoldReason(finding.id(), finding.objects(), text, finding.waivable()));
      }
    }
  }

  private void evidence(Plan plan, Waivers waivers, List<HoldReason> reasons) throws PortException {
    missing(plan)
        .forEach((kind, pods) -> {
          Set<PodRef> open = new LinkedHashSet<>(pods);
          open.removeIf(pod -> waivers.waive(new Subject(kind.guard(), List.of(pod.object()))));
          if (!open.isEmpty()) {
            HoldReason reason = uncaptured(kind, open);
            String text = reason.text() + waivers.otherwise(reason.id());
            reasons.add(new HoldReason(reason.id(), reason.objects(), text, true));
          }
        });
  }

  private Map<EvidenceClass, Set<PodRef>> missing(Plan plan) throws PortException {
    if (plan.steps().stream().allMatch(step -> Card.destroys(step).isEmpty())) {
      return Map.of();
    }
    Set<PodRef> suspects = OrderGuard.suspects(plan, journal.lines());
    Ties ties = Ties.read(reads, suspects);
    return new OrderGuard(suspects, journal.lines(), ties).missing(plan);
  }

  private static HoldReason uncaptured(EvidenceClass kind, Set<PodRef> pods) {
    String names = pods.stream().map(PodRef::path).collect(Collectors.joining(", "));
    String instead =
        kind == EvidenceClass.API_STATE ? " Freeze them first." : " Capture it first, or waive it.";
    String text =
        "The plan destroys evidence of the class " + kind.id() + " before the case has it of ";
    List<ObjectRef> objects = pods.stream().map(PodRef::object).toList();
    return new HoldReason(kind.guard(), objects, text + names + "." + instead, true);
  }

  private ApprovalResult hold(Plan plan, List<HoldReason> reasons) throws JournalException {
    List<String> texts = reasons.stream().map(HoldReason::toString).toList();
    journal.write(new Entry.Held(plan.wizard().word(), plan.fingerprint(), texts));
    return new ApprovalResult.Held(reasons);
  }

  private ApprovalResult grant(Plan plan, Waivers waivers) throws JournalException {
    String fingerprint = plan.fingerprint();
    for (Entry.Waived waived : waivers.entries(fingerprint)) {
      journal.write(waived);
    }
    List<Entry.FindingNote> notes =
        plan.findings().stream()
            .map(f -> new Entry.FindingNote(f.id(), f.severity().word(), f.text(), f.instead()))
            .toList();
    journal.write(
        new Entry.Approved(plan.wizard().word(), fingerprint, plan.steps().size(), notes));
    return new ApprovalResult.Granted(new Approval(fingerprint, waivers.given()));
  }
}
