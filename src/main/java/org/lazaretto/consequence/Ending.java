package org.lazaretto.consequence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-20: what keeps a pod after it was told to go, and what it may still do. */
final class Ending implements Rule {
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** The Job controller takes it off itself, as soon as it has counted the pod. */
  private static final String COUNTED = "batch.kubernetes.io/job-tracking";

  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    List<Moved> held = scene.moved().stream().filter(m -> !finalizers(m).isEmpty()).toList();
    if (!held.isEmpty()) {
      findings.add(held(held));
    }
    List<Moved> slow = scene.moved().stream().filter(m -> slow(m.pod())).toList();
    if (!slow.isEmpty()) {
      findings.add(slow(slow));
    }
    List<Pod> going =
        scene.suspects().stream().filter(p -> p.status().deleting().isPresent()).toList();
    if (!going.isEmpty()) {
      findings.add(going(scene, going));
    }
    return findings;
  }

  private static boolean slow(Pod pod) {
    return pod.shape().preStop() || pod.shape().grace().compareTo(USUAL) > 0;
  }

  private static List<String> finalizers(Moved moved) {
    return moved.pod().status().finalizers().stream().filter(f -> !f.equals(COUNTED)).toList();
  }

  private static Finding held(List<Moved> held) {
    int n = held.size();
    List<String> names = held.stream().flatMap(m -> finalizers(m).stream()).sorted().toList();
    return new Finding(
        "T-20",
        Severity.WARN,
        Scene.objects(held.stream().map(Moved::pod).toList()),
        Scene.steps(held),
        Words.pods(n)
            + " to be moved "
            + Words.form(n, "has", "have")
            + " a finalizer ("
            + Words.some(names)
            + ") and "
            + Words.form(n, "stays", "stay")
            + " Terminating until whoever set it takes it off; the node does not become empty"
            + " before.",
        "Find out which controller answers for the finalizer and whether it runs; do not remove it"
            + " by hand.");
  }

  private static Finding slow(List<Moved> slow) {
    int n = slow.size();
    Duration longest =
        slow.stream()
            .map(m -> m.pod().shape().grace())
            .max(Comparator.naturalOrder())
            .orElse(USUAL);
    return new Finding(
        "T-20",
        Severity.INFORM,
        Scene.objects(slow.stream().map(Moved::pod).toList()),
        Scene.steps(slow),
        Words.pods(n)
            + " to be moved "
            + Words.form(n, "runs", "run")
            + " a preStop hook or "
            + Words.form(n, "has", "have")
            + " a long grace period: up to "
            + longest.toSeconds()
            + " s pass before "
            + Words.form(n, "it has", "all have")
            + " gone.",
        "Plan for that time; the steps wait for it.");
  }

  private static Finding going(Scene scene, List<Pod> going) {
    int n = going.size();
    boolean hooks = going.stream().anyMatch(pod -> pod.shape().preStop());
    return new Finding(
        "T-20",
        Severity.WARN,
        Scene.objects(going),
        Causes.capturing(scene, going),
        Words.count(n, "suspect", " ")
            + Words.form(n, "is", "are")
            + " being deleted already: its processes get "
            + longest(going).toSeconds()
            + " s to end, and what runs in it may use them to clean up"
            + (hooks ? ", by its preStop hook among others." : "."),
        "Capture it now; find out in the audit log who deleted it.");
  }

  private static Duration longest(List<Pod> pods) {
    return pods.stream().map(p -> p.shape().grace()).max(Comparator.naturalOrder()).orElse(USUAL);
  }
}
