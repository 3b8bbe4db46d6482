package org.lazaretto.ui.wizard.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.DisposeStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.evacuate.PodDecision;
import org.lazaretto.ui.fx.Texts;

/**
 * What a plan does, in a sentence or two.
 *
 * @param spans its parts, in order
 */
public record Headline(List<Span> spans) {
  /** How a part is set. */
  public enum Weight {
    PLAIN,
    STRONG,
    ACCENT,
    NAME
  }

  /** A part of a sentence. */
  public record Span(String text, Weight weight) {}

  /** Copies what it is given. */
  public Headline {
    spans = List.copyOf(spans);
  }

  static Headline of(Plan plan, Optional<Evacuation> evacuation) {
    List<Span> spans = new ArrayList<>();
    switch (plan.request()) {
      case Request.Freeze _ -> freeze(spans, plan);
      case Request.Cordon _ -> cordon(spans, plan);
      case Request.Isolate _ -> isolate(spans, plan);
      case Request.Credentials _ -> {
        accent(spans, "wizard.headline.revoked", plan.steps().size());
        plain(spans, "wizard.headline.revokedFrom");
      }
      case Request.Dispose(var suspects, var way, _) -> {
        accent(
            spans,
            way.ofContainers() ? "wizard.headline.touched" : "wizard.headline.ended",
            way.ofContainers() ? plan.steps().size() : suspects.size());
        plain(spans, "wizard.headline.ended." + way.word(), suspects.size(), others(plan));
      }
      case Request.Recover _ -> recover(spans, plan);
      case Request.Evacuate _ -> evacuate(spans, plan, evacuation.orElseThrow());
    }
    return new Headline(spans);
  }

  /** What the case made is removed; everything else gets back what it was. */
  private static void recover(List<Span> spans, Plan plan) {
    int removed =
        (int)
            plan.steps().stream()
                .filter(step ->
                    step instanceof ContainStep.RemovePolicy
                        || step instanceof ContainStep.RemoveProbe)
                .count();
    int back = plan.steps().size() - removed;
    if (back > 0) {
      accent(spans, "wizard.headline.changes", back);
      plain(spans, "wizard.headline.changesHow", back);
      part(spans, "wizard.headline.alsoRemoved", removed);
    } else if (removed > 0) {
      accent(spans, "wizard.headline.removed", removed);
    }
  }

  /** How many pods end that nobody marked. */
  private static long others(Plan plan) {
    return plan.steps().stream()
        .filter(DisposeStep.class::isInstance)
        .flatMap(step -> ((DisposeStep) step).losing().stream())
        .filter(pod -> !plan.suspects().contains(pod))
        .distinct()
        .count();
  }

  private static void freeze(List<Span> spans, Plan plan) {
    accent(spans, "wizard.headline.reads", plan.steps().size());
    plain(spans, "wizard.headline.about", plan.suspects().size());
  }

  private static void cordon(List<Span> spans, Plan plan) {
    long already =
        plan.steps().stream()
            .filter(step -> step instanceof NodeStep.CordonNode(_, _, var former) && former)
            .count();
    int cordons = (int) plan.steps().stream().filter(NodeStep.CordonNode.class::isInstance).count();
    accent(spans, "wizard.headline.closed", cordons);
    part(spans, "wizard.headline.protected", plan.steps().size() - cordons);
    plain(spans, "wizard.headline.untouched");
    if (already > 0) {
      plain(spans, "wizard.headline.already", already);
    }
  }

  private static void isolate(List<Span> spans, Plan plan) {
    boolean made = plan.steps().stream().allMatch(Headline::asks);
    accent(
        spans,
        made ? "wizard.headline.shutAlready" : "wizard.headline.shut",
        plan.suspects().size());
    if (made) {
      plain(spans, "wizard.headline.provenAgain");
      return;
    }
    plain(spans, "wizard.headline.byLabel");
    part(spans, "wizard.headline.excepted", edits(plan, Purpose.EXCEPT_FROM_POLICY));
    part(spans, "wizard.headline.left", edits(plan, Purpose.LEAVE_SERVICES));
    part(spans, "wizard.headline.stripped", edits(plan, Purpose.STRIP_LABELS));
    part(spans, "wizard.headline.closedServices", edits(plan, Purpose.CLOSE_SERVICE));
    boolean tried = plan.steps().stream().anyMatch(ContainStep.ProbeIngress.class::isInstance);
    boolean looked = plan.steps().stream().anyMatch(ContainStep.LookInside.class::isInstance);
    plain(
        spans,
        tried
            ? (looked ? "wizard.headline.triedBothWays" : "wizard.headline.tried")
            : (looked ? "wizard.headline.looked" : "wizard.headline.notTried"));
  }

  private static boolean asks(Step step) {
    return step instanceof ContainStep.ProbeIngress || step instanceof ContainStep.LookInside;
  }

  private static void part(List<Span> spans, String key, long count) {
    if (count > 0) {
      plain(spans, key, count);
    }
  }

  private static long edits(Plan plan, Purpose purpose) {
    return plan.steps().stream()
        .filter(step -> step instanceof ContainStep.EditFields edit && edit.purpose() == purpose)
        .count();
  }

  private static void evacuate(List<Span> spans, Plan plan, Evacuation evacuation) {
    long staying = staying(evacuation);
    accent(spans, "wizard.headline.moved", moved(plan));
    spans.add(new Span(", ", Weight.PLAIN));
    spans.add(new Span(Texts.of("wizard.headline.stay", staying), Weight.STRONG));
    if (evacuation.nodes().size() == 1) {
      plain(spans, "wizard.headline.on");
      String name = evacuation.nodes().getFirst().ref().name();
      spans.add(new Span(HostileText.visible(name), Weight.NAME));
    } else {
      plain(spans, "wizard.headline.onNodes", evacuation.nodes().size());
    }
    boolean loses = plan.rating().map(rating -> rating.businessImpact() <= 2).orElse(false);
    plain(spans, loses ? "wizard.headline.losesAll" : "wizard.headline.losesNone");
  }

  /** How many pods leave the nodes by a step. */
  static int moved(Plan plan) {
    int moved = 0;
    for (Step step : plan.steps()) {
      moved +=
          switch (step) {
            case EvacuateStep.EvictPod _ -> 1;
            case EvacuateStep.RestartRollout restart -> restart.leaving().size();
            case EvacuateStep.ProveNothingNew _ -> 0;
            case ContainStep.EditFields edit when edit.purpose() == Purpose.EXPEL ->
                edit.witnesses().size();
            case NodeStep _, CaptureStep _, ContainStep _, DisposeStep _ -> 0;
          };
    }
    return moved;
  }

  /** How many running pods stay where they are, suspects among them. */
  static long staying(Evacuation evacuation) {
    return evacuation.decisions().stream()
        .filter(decision -> decision.fate() != PodDecision.Fate.MOVE)
        .filter(decision -> decision.pod().active())
        .count();
  }

  private static void accent(List<Span> spans, String key, Object... arguments) {
    spans.add(new Span(Texts.of(key, arguments), Weight.ACCENT));
  }

  private static void plain(List<Span> spans, String key, Object... arguments) {
    spans.add(new Span(Texts.of(key, arguments), Weight.PLAIN));
  }

  /** The sentence without its dress. */
  public String text() {
    StringBuilder text = new StringBuilder();
    spans.forEach(span -> text.append(span.text()));
    return text.toString();
  }
}
