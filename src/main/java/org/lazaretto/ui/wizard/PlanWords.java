package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Signature;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** What buttons and journal say about a plan. */
final class PlanWords {
  private static final int TYPED = 63;

  private PlanWords() {}

  /** What carrying it out will do, as the main button says it: never "OK". */
  static String deed(Proposal proposal) {
    Plan plan = proposal.plan();
    return switch (plan.request()) {
      case Request.Freeze(var suspects) -> Texts.of("wizard.deed.freeze", suspects.size());
      case Request.Cordon _ -> Texts.of("wizard.deed.cordon", count(plan, NodeStep.class));
      case Request.Isolate(var suspects, _, _) -> Texts.of("wizard.deed.isolate", suspects.size());
      case Request.Credentials _ -> Texts.of("wizard.deed.credentials", plan.steps().size());
      case Request.Dispose(var suspects, var way, _) ->
          way == Disposal.RESTART
              ? Texts.of("wizard.deed.restartContainer", plan.steps().size())
              : Texts.of("wizard.deed.dispose", suspects.size());
      case Request.Recover _ -> Texts.of("wizard.deed.recover", plan.steps().size());
      case Request.Evacuate _ -> evacuation(proposal);
    };
  }

  private static String evacuation(Proposal proposal) {
    int evictions = count(proposal.plan(), EvacuateStep.EvictPod.class);
    int restarts = count(proposal.plan(), EvacuateStep.RestartRollout.class);
    long kept = kept(proposal);
    int expelled = expelled(proposal.plan());
    if (evictions + restarts + expelled == 0) {
      return Texts.of("wizard.deed.prove");
    }
    List<String> parts = new ArrayList<>();
    if (expelled > 0) {
      parts.add(Texts.of("wizard.deed.expel", expelled));
    }
    if (evictions > 0) {
      parts.add(Texts.of("wizard.deed.evict", evictions));
    }
    if (restarts > 0) {
      parts.add(
          Texts.of(evictions > 0 ? "wizard.deed.andRestart" : "wizard.deed.restart", restarts));
    }
    parts.add(Texts.of("wizard.deed.keep", kept));
    return String.join(", ", parts);
  }

  private static int expelled(Plan plan) {
    return plan.steps().stream()
        .mapToInt(step ->
            step instanceof ContainStep.EditFields edit && edit.purpose() == Purpose.EXPEL
                ? edit.witnesses().size()
                : 0)
        .sum();
  }

  private static long kept(Proposal proposal) {
    return proposal.evacuation().stream()
        .flatMap(evacuation -> evacuation.decisions().stream())
        .filter(decision -> decision.pod().active())
        .filter(decision -> decision.fate() != org.lazaretto.plan.evacuate.PodDecision.Fate.MOVE)
        .count();
  }

  private static int count(Plan plan, Class<? extends Step> kind) {
    return (int) plan.steps().stream().filter(kind::isInstance).count();
  }

  /** What approving it is about, on the button that leads there. */
  static String approving(Proposal proposal) {
    Plan plan = proposal.plan();
    return switch (plan.request()) {
      case Request.Freeze(var suspects) -> Texts.of("wizard.approving.freeze", suspects.size());
      case Request.Cordon _ -> Texts.of("wizard.approving.cordon", count(plan, NodeStep.class));
      case Request.Isolate(var suspects, _, _) ->
          Texts.of("wizard.approving.isolate", suspects.size());
      case Request.Credentials _ -> Texts.of("wizard.approving.credentials", plan.steps().size());
      case Request.Dispose(var suspects, var way, _) ->
          way == Disposal.RESTART
              ? Texts.of("wizard.approving.restart", plan.steps().size())
              : Texts.of("wizard.approving.dispose", suspects.size());
      case Request.Recover _ -> Texts.of("wizard.approving.recover", plan.steps().size());
      case Request.Evacuate _ ->
          Texts.of(
              "wizard.approving.evacuate",
              proposal.evacuation().map(evacuation -> evacuation.moving().size()).orElse(0));
    };
  }

  /** Whether something is destroyed that does not come back. */
  static boolean destructive(Plan plan) {
    return plan.steps().stream().anyMatch(PlanWords::destructive);
  }

  /** An object that is deleted does not come back either; what is made again is another one. */
  private static boolean destructive(Step step) {
    return !Card.destroys(step).isEmpty()
        || step instanceof DisposeStep.DeleteOwner
        || step instanceof DisposeStep.DeleteToken;
  }

  /**
   * The word to be typed before something is destroyed: the name of the one node that is emptied,
   * without its domain, of the one suspect that ends, or of the one object that is deleted; the
   * cluster's name if there are several, or if it is too long to be typed. Empty if nothing is
   * destroyed.
   */
  static Optional<String> typedWord(Proposal proposal) {
    if (!destructive(proposal.plan())) {
      return Optional.empty();
    }
    List<String> lost = lost(proposal);
    boolean one = lost.size() == 1 && lost.getFirst().length() <= TYPED;
    return Optional.of(
        HostileText.visible(one ? lost.getFirst() : proposal.plan().cluster().name()));
  }

  private static List<String> lost(Proposal proposal) {
    return switch (proposal.plan().request()) {
      case Request.Evacuate _ ->
          proposal.evacuation().stream()
              .flatMap(evacuation -> evacuation.nodes().stream())
              .map(node -> node.ref().name().split("\\.", 2)[0])
              .toList();
      case Request.Dispose(var suspects, _, _) -> suspects.stream().map(PodRef::name).toList();
      case Request.Freeze _,
          Request.Cordon _,
          Request.Isolate _,
          Request.Credentials _,
          Request.Recover _ ->
          proposal.plan().steps().stream()
              .filter(PlanWords::destructive)
              .map(step -> step.target().name())
              .distinct()
              .toList();
    };
  }

  /** What the responder says about a plan, for the journal, which is never translated. */
  static String statement(Plan plan, Signature signature) {
    String why = signature.reason().isBlank() ? "" : ": " + signature.reason().strip();
    return plan.wizard().word()
        + " "
        + plan.fingerprint().substring(0, 12)
        + " was decided by "
        + signature.decidedBy().strip()
        + why;
  }

  /** What a wizard is called. */
  static String title(Wizard wizard) {
    return Texts.of("wizard.title." + wizard.word());
  }
}
