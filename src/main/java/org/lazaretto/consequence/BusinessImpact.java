package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.Measure;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.LocalRating;

/**
 * The business impact of C-P-01 as it would be here (T-45), from live replicas: 5 nothing lost, 4
 * replicas lost while every workload stays at its budget or half its replicas, 3 a workload below
 * that or a node less with clean pods that cannot move, 2 a workload without any replica, 1 no node
 * left that takes pods. Lost means: not ready until the replacement is.
 */
final class BusinessImpact {
  private int mark = 5;
  private final List<Loss> losses = new ArrayList<>();

  private record Loss(int atMost, String sentence) {}

  private BusinessImpact() {}

  /** The rating, if the plan carries out a part of the measure. */
  static Optional<LocalRating> of(Scene scene) {
    if (scene.cordoned().isEmpty() && scene.emptied().isEmpty()) {
      return Optional.empty();
    }
    BusinessImpact impact = new BusinessImpact();
    impact.nodes(scene);
    impact.stuck(scene);
    Map<String, List<Moved>> groups = scene.moves().byWorkload();
    groups.values().forEach(moved -> impact.workload(scene, moved));
    scene.moved().stream()
        .filter(m -> m.pod().controller().isEmpty())
        .forEach(
            m -> impact.say(2, Words.path(m.object()) + ": the only pod of its kind is gone."));
    return Optional.of(new LocalRating(Measure.C_P_01, impact.mark, impact.lost()));
  }

  private void say(int atMost, String sentence) {
    mark = Math.min(mark, atMost);
    losses.add(new Loss(atMost, sentence));
  }

  /** The gravest first. */
  private List<String> lost() {
    return losses.stream()
        .sorted(Comparator.comparingInt(Loss::atMost))
        .map(Loss::sentence)
        .toList();
  }

  private void nodes(Scene scene) {
    List<String> taken =
        scene.cordoned().stream()
            .filter(node -> !node.unschedulable())
            .map(node -> node.ref().name())
            .toList();
    if (taken.isEmpty()) {
      return;
    }
    boolean open =
        scene.snapshot().nodes().stream()
            .anyMatch(node -> LastPlace.open(node) && !taken.contains(node.ref().name()));
    int stuck = 0;
    for (Node node : scene.cordoned()) {
      for (Pod pod : scene.snapshot().podsOn(node.ref().name())) {
        boolean cannot = pod.active() && !pod.mirror() && pod.controller().isEmpty();
        stuck += cannot && !scene.suspects().contains(pod) ? 1 : 0;
      }
    }
    String less = Words.count(taken.size(), "node", " less for new pods");
    if (!open) {
      say(1, less + ", and no other takes any.");
    } else if (stuck > 0) {
      say(3, less + ", with " + Words.pods(stuck) + " that cannot move.");
    } else {
      say(4, less + ".");
    }
  }

  private void stuck(Scene scene) {
    int n = 0;
    for (Pod pod : scene.staying()) {
      n += !pod.mirror() && !pod.ofDaemonSet() ? 1 : 0;
    }
    if (n > 0) {
      say(3, Words.pods(n) + " not suspected stay on a node that is given up.");
    }
  }

  private void workload(Scene scene, List<Moved> moved) {
    Availability here = Availability.of(scene, moved);
    if (here.leaving() == 0) {
      return;
    }
    int desired = moved.getFirst().workload().orElseThrow().replicas().desired();
    int enough = here.required() > 0 ? here.required() : (desired + 1) / 2;
    String sentence =
        "%s: %d of %d pods stay ready during the move; %s %d."
            .formatted(
                Words.spoken(here.workload()),
                here.left(),
                here.ready(),
                here.required() > 0 ? "its budget requires" : "half of its replicas is",
                enough);
    if (here.left() == 0) {
      say(2, sentence);
    } else if (here.left() < enough) {
      say(3, sentence);
    } else if (here.left() < here.ready()) {
      say(4, sentence);
    }
  }
}
