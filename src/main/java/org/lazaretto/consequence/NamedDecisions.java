package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-13: pods that lose something for good when they are moved; one finding a class. */
final class NamedDecisions implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    Predicate<Pod> emptyDir = pod -> pod.shape().volumes().emptyDir();
    Predicate<Pod> bare = pod -> pod.controller().isEmpty() && !pod.mirror();
    movedEmptyDir(findings, moved(scene, emptyDir));
    movedBare(findings, moved(scene, bare));
    Predicate<Pod> undecided = pod -> !pod.mirror() && !pod.ofDaemonSet();
    kept(findings, scene, undecided.and(emptyDir), "with an emptyDir", "what is in it");
    kept(findings, scene, undecided.and(bare), "without a controller", "it for good");
    movedJobs(findings, scene.moved().stream().filter(Moved::ofJob).toList());
    return findings;
  }

  private static List<Moved> moved(Scene scene, Predicate<Pod> which) {
    return scene.moved().stream().filter(m -> which.test(m.pod())).toList();
  }

  private static void movedEmptyDir(List<Finding> findings, List<Moved> moved) {
    int n = moved.size();
    add(
        findings,
        Severity.WARN,
        moved,
        Words.pods(n)
            + " with an emptyDir in the spec "
            + Words.form(n, "moves", "move")
            + "; what is in it is deleted with the pod.",
        "Copy what is needed first, or keep these pods where they are.");
  }

  private static void movedBare(List<Finding> findings, List<Moved> moved) {
    int n = moved.size();
    add(
        findings,
        Severity.WARN,
        moved,
        Words.pods(n)
            + " without a controller "
            + Words.form(n, "is", "are")
            + " evicted; nothing brings "
            + Words.form(n, "it", "them")
            + " back.",
        "Have the manifest at hand to create the pod elsewhere, or keep it where it is.");
  }

  private static void movedJobs(List<Finding> findings, List<Moved> moved) {
    int n = moved.size();
    add(
        findings,
        Severity.INFORM,
        moved,
        Words.pods(n)
            + " of Jobs "
            + Words.form(n, "is", "are")
            + " evicted; the Job starts the work again from the beginning and may count a failure.",
        "Wait until the Job has ended if its work is nearly done or cannot be repeated.");
  }

  private static void add(
      List<Finding> findings, Severity severity, List<Moved> moved, String text, String instead) {
    if (!moved.isEmpty()) {
      List<Pod> pods = moved.stream().map(Moved::pod).toList();
      findings.add(
          new Finding("T-13", severity, Scene.objects(pods), Scene.steps(moved), text, instead));
    }
  }

  private static void kept(
      List<Finding> findings, Scene scene, Predicate<Pod> which, String what, String lost) {
    List<Pod> kept = scene.staying().stream().filter(which).toList();
    int n = kept.size();
    if (n > 0) {
      findings.add(
          new Finding(
              "T-13",
              Severity.INFORM,
              Scene.objects(kept),
              Causes.onNodesOf(scene, kept),
              Words.pods(n)
                  + " "
                  + what
                  + " "
                  + Words.form(n, "stays", "stay")
                  + " beside the suspect; a move would lose "
                  + lost
                  + ".",
              "Decide by name to move such pods if that loss is smaller than the risk."));
    }
  }
}
