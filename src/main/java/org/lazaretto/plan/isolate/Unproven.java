package org.lazaretto.plan.isolate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.Connections;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** What a responder has to know of an isolation that is made already: whether it was proven. */
final class Unproven {
  private final Request.Isolate request;
  private final Map<String, Connections> proven;

  Unproven(Request.Isolate request, Map<String, Connections> proven) {
    this.request = request;
    this.proven = Map.copyOf(proven);
  }

  /** Why nothing can be tried, where neither a probe nor a look is in the plan. */
  List<String> nothingToTry(List<Pod> suspects) {
    List<String> reasons = new ArrayList<>();
    reasons.add("Every suspect is isolated by this case already.");
    suspects.forEach(pod -> reasons.add(last(pod)));
    suspects.forEach(pod -> reasons.addAll(missing(pod, List.of())));
    return reasons;
  }

  /** What is said of a plan that only tries again. */
  List<Finding> about(List<Pod> suspects, List<Step> steps) {
    List<Finding> findings = new ArrayList<>();
    for (Pod pod : suspects) {
      findings.add(
          finding(
              Severity.INFORM,
              pod,
              steps,
              "The case's label and policy stand; nothing is left to change at "
                  + pod.ref().path()
                  + ". "
                  + last(pod)
                  + " This plan tries again, and the badges follow what it finds.",
              "What is still open then goes on until the node is shut off, or the pod is ended once"
                  + " its evidence is kept."));
      List<String> missing = missing(pod, steps);
      if (!missing.isEmpty()) {
        findings.add(
            finding(
                Severity.WARN,
                pod,
                List.of(),
                "What stays unproven: " + String.join(" ", missing),
                "Allow the missing try, or say cannot tell."));
      }
    }
    return findings;
  }

  private static Finding finding(
      Severity severity, Pod pod, List<Step> steps, String text, String instead) {
    ObjectRef object = pod.object();
    return new Finding(
        "I-01",
        severity,
        List.of(object),
        steps.stream().filter(step -> step.target().equals(object)).map(Step::id).toList(),
        text,
        instead);
  }

  private String last(Pod pod) {
    return Optional.ofNullable(proven.get(pod.ref().uid()))
        .map(seen ->
            "Its newest proof: new connections %s (to it %s, from it %s), established ones %s."
                .formatted(
                    spoken(seen.fresh()),
                    spoken(seen.ingress()),
                    spoken(seen.egress()),
                    spoken(seen.established())))
        .orElse("No proof of it is known.");
  }

  private static String spoken(Connections.State state) {
    return state.word().replace('-', ' ');
  }

  private List<String> missing(Pod pod, List<Step> steps) {
    List<String> missing = new ArrayList<>();
    boolean hosted = pod.shape().host().network();
    if (!has(steps, pod, ContainStep.ProbeIngress.class)) {
      missing.add(
          "Connections to it are not tried: "
              + (request.how().probeImage().isEmpty()
                  ? "no image for a probe was named."
                  : hosted
                      ? "it uses its node's network."
                      : "no service says on which port it answers, or it has no address."));
    }
    if (!has(steps, pod, ContainStep.LookInside.class)) {
      missing.add(
          "Connections from it, and those that stood, are not looked at: "
              + (!request.how().lookInside()
                  ? "the look from inside was not asked for (T-35)."
                  : hosted ? "it uses its node's network." : "no container of it runs."));
    }
    return missing;
  }

  private static boolean has(List<Step> steps, Pod pod, Class<? extends Step> sort) {
    return steps.stream()
        .anyMatch(step -> sort.isInstance(step) && step.target().equals(pod.object()));
  }
}
