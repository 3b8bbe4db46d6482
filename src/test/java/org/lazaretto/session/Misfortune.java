package org.lazaretto.session;

import java.util.Locale;
import java.util.function.Consumer;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.EvacuateStep;
import org.lazaretto.plan.NodeStep;
import org.lazaretto.plan.Step;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.http.Faults.Fault;
import org.lazaretto.range.http.Faults.Match;
import org.lazaretto.range.store.ApiProblem;

/** What happens to the one request of a step, at the moment in which its intent is on disk. */
enum Misfortune {
  ANSWER_LOST(1, new Fault.LostAnswer()),
  REQUEST_LOST(1, new Fault.LostRequest()),
  CONFLICT(1, refusal(409, "Conflict", "the object has been modified; please apply your changes")),
  TOO_MANY_REQUESTS(2, refusal(429, "TooManyRequests", "please try again later")),
  SERVER_ERROR(1, refusal(500, "InternalError", "This pod has more than one PodDisruptionBudget")),
  SERVER_DOWN(1, refusal(503, "ServiceUnavailable", "the server is currently unable to answer")),
  WEBHOOK_REFUSES(1, refusal(403, "Forbidden", "admission webhook \"g.example\" denied it: no")),
  RIGHTS_TAKEN(Integer.MAX_VALUE, refusal(403, "Forbidden", "User \"admin\" cannot do it"));

  private final int times;
  private final Fault fault;

  Misfortune(int times, Fault fault) {
    this.times = times;
    this.fault = fault;
  }

  private static Fault refusal(int code, String reason, String words) {
    return new Fault.Refusal(ApiProblem.of(code, reason, words));
  }

  /** Brings it about for who sends that step. */
  Consumer<Step> on(PracticeRange range) {
    return step -> range.faults().strike(request(step), times, fault);
  }

  /** The request that carries a step out. */
  private static Match request(Step step) {
    String name = step.target().name();
    return switch (step) {
      case NodeStep _ -> new Match("patch", "nodes", name);
      case EvacuateStep.EvictPod _ -> new Match("create", "pods/eviction", name);
      case EvacuateStep.RestartRollout _ -> new Match("patch", "deployments", name);
      case ContainStep.EditFields edit ->
          new Match("patch", edit.target().kind().toLowerCase(Locale.ROOT) + "s", name);
      case ContainStep.MakePolicy _ -> Match.of("create", "networkpolicies");
      case ContainStep.RemovePolicy _ -> new Match("delete", "networkpolicies", name);
      case ContainStep.ProbeIngress _ -> Match.of("create", "pods");
      default -> throw new IllegalArgumentException("not a change of the cluster: " + step);
    };
  }
}
