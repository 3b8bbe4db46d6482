package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.EvacuateStep.RestartRollout;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.Step;

/** T-15: what a rollout restart does beyond the node, and what it cannot do. */
final class Restarts implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<RestartRollout> restarts = new ArrayList<>();
    for (Step step : scene.plan().steps()) {
      if (step instanceof RestartRollout restart) {
        restarts.add(restart);
      }
    }
    if (!restarts.isEmpty()) {
      findings.add(restarted(scene, restarts));
    }
    cannot(scene).ifPresent(findings::add);
    return findings;
  }

  private static Finding restarted(Scene scene, List<RestartRollout> restarts) {
    int all = 0;
    int moved = 0;
    List<String> beyond = new ArrayList<>();
    for (RestartRollout restart : restarts) {
      int leaving = restart.leaving().size();
      int pods = Math.max(replicas(scene, restart), leaving);
      all += pods;
      moved += leaving;
      if (pods > leaving) {
        beyond.add("%s: all %d, not only %d".formatted(name(restart), pods, leaving));
      }
    }
    return new Finding(
        "T-15",
        Severity.INFORM,
        restarts.stream().map(RestartRollout::target).toList(),
        Containing.ids(restarts),
        "The restart changes the pod template of "
            + Words.count(restarts.size(), "workload", "")
            + " and replaces "
            + Words.pods(all)
            + ", told by spec.replicas"
            + (beyond.isEmpty()
                ? ", which are those to be moved."
                : ", not only the %d to be moved (%s).".formatted(moved, Words.some(beyond))),
        beyond.isEmpty()
            ? "Nothing more is replaced; keep the old templates for comparison."
            : "Evict the pods if those on other nodes should go on undisturbed.");
  }

  private static int replicas(Scene scene, RestartRollout restart) {
    return scene
        .snapshot()
        .workload(restart.target().uid())
        .map(w -> w.replicas().desired())
        .orElse(0);
  }

  private static String name(RestartRollout restart) {
    return Words.spoken(restart.target());
  }

  private static Optional<Finding> cannot(Scene scene) {
    if (!(scene.plan().request() instanceof Request.Evacuate request)) {
      return Optional.empty();
    }
    Set<String> reasons = new TreeSet<>();
    List<Pod> pods = new ArrayList<>();
    for (Pod pod : scene.staying()) {
      Optional<String> reason = reason(scene, request, pod);
      reason.ifPresent(reasons::add);
      reason.ifPresent(_ -> pods.add(pod));
    }
    int n = pods.size();
    return n == 0
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "T-15",
                Severity.WARN,
                Scene.objects(pods),
                Causes.onNodesOf(scene, pods),
                Words.pods(n)
                    + " "
                    + Words.form(n, "stays", "stay")
                    + " beside the suspect because a restart cannot move "
                    + Words.form(n, "it", "them")
                    + ": "
                    + String.join(", ", reasons)
                    + ".",
                "Evict them instead, or unpause the Deployment."));
  }

  private static Optional<String> reason(Scene scene, Request.Evacuate request, Pod pod) {
    Optional<Workload> known = scene.snapshot().workloadOf(pod);
    ObjectRef top = known.map(Workload::object).or(pod::controller).orElseGet(pod::object);
    String key = top.namespace() + "/" + top.kind() + "/" + top.name();
    Request.Method method = request.perWorkload().getOrDefault(key, request.method());
    if (method != Request.Method.RESTART || pod.mirror() || pod.ofDaemonSet()) {
      return Optional.empty();
    }
    if (scene.siblingOfSuspect(pod)) {
      return request.decisions().siblings()
          ? Optional.of("it would replace the suspect as well")
          : Optional.empty();
    }
    if (known.isEmpty() || !rolls(known.get())) {
      return Optional.of("a " + top.kind() + " has no rollout");
    }
    if (known.get().rollout().paused()) {
      return Optional.of("a Deployment is paused");
    }
    boolean onDelete = known.get().rollout().strategy().equals("OnDelete");
    return onDelete ? Optional.of("a strategy is OnDelete") : Optional.empty();
  }

  private static boolean rolls(Workload workload) {
    return workload.kind() == ObservedKind.DEPLOYMENT
        || workload.kind() == ObservedKind.STATEFUL_SET;
  }
}
