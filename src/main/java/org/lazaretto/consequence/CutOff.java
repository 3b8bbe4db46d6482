package org.lazaretto.consequence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Taint;
import org.lazaretto.model.Toleration;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-46: a suspect on a node that is not heard of is marked for deletion, and killed later. */
final class CutOff implements Rule {
  private static final Taint UNREACHABLE =
      new Taint("node.kubernetes.io/unreachable", "", "NoExecute");

  private static final Duration LONG = Duration.ofMinutes(5);

  @Override
  public List<Finding> of(Scene scene) {
    List<Pod> doomed = new ArrayList<>();
    List<String> when = new ArrayList<>();
    for (Pod pod : scene.suspects()) {
      Optional<Node> node = pod.node().flatMap(scene.snapshot()::node);
      if (node.isPresent() && !node.get().ready() && !staysForEver(pod)) {
        doomed.add(pod);
        when.add(Words.path(pod.object()) + " " + when(scene, node.get(), pod));
      }
    }
    int n = doomed.size();
    return n == 0
        ? List.of()
        : List.of(
            new Finding(
                "T-46",
                Severity.WARN,
                Scene.objects(doomed),
                Causes.onNodesOf(scene, doomed),
                Words.count(n, "suspect", " ")
                    + Words.form(n, "stands", "stand")
                    + " on a node that is not ready; by its tolerations "
                    + Words.some(when)
                    + ", and it is killed as soon as the network returns.",
                "Give it a toleration without end for unreachable and not-ready before its time is"
                    + " up; capture the node from outside, by a snapshot."));
  }

  private static boolean staysForEver(Pod pod) {
    return pod.mirror() || tolerance(pod).filter(t -> t.seconds().isEmpty()).isPresent();
  }

  private static Optional<Toleration> tolerance(Pod pod) {
    return pod.shape().placement().tolerations().stream()
        .filter(toleration -> toleration.tolerates(UNREACHABLE))
        .findFirst();
  }

  private static String when(Scene scene, Node node, Pod pod) {
    if (pod.status().deleting().isPresent()) {
      return "is marked for deletion already";
    }
    OptionalLong seconds = tolerance(pod).map(Toleration::seconds).orElse(OptionalLong.of(0));
    Optional<Instant> at = node.state().since().map(s -> s.plusSeconds(seconds.orElse(0)));
    if (at.isEmpty()) {
      return "is marked for deletion " + seconds.orElse(0) + " s after the node was lost";
    }
    Duration left = Duration.between(scene.context().now(), at.get());
    return left.isNegative()
        ? "was to be marked for deletion at " + at.get()
        : "is marked for deletion in " + spoken(left) + ", at " + at.get();
  }

  /** Nobody counts minutes in seconds at night. */
  private static String spoken(Duration left) {
    return left.compareTo(LONG) < 0
        ? left.toSeconds() + " s"
        : Words.count((int) left.toMinutes(), "minute", "");
  }
}
