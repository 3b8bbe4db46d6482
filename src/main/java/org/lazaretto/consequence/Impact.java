package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.Criterion;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.plan.StepId;

/** T-45: what the business loses, recomputed from live replicas instead of the published mark. */
final class Impact implements Rule {
  private static final int MOST = 4;

  @Override
  public List<Finding> of(Scene scene) {
    return BusinessImpact.of(scene)
        .filter(rating -> rating.businessImpact() < 5)
        .map(rating -> List.of(finding(scene, rating)))
        .orElse(List.of());
  }

  private static Finding finding(Scene scene, LocalRating rating) {
    List<ObjectRef> objects = new ArrayList<>();
    scene.cordoned().stream().map(Node::object).forEach(objects::add);
    scene
        .moves()
        .byWorkload()
        .values()
        .forEach(moved -> objects.add(moved.getFirst().workload().orElseThrow().object()));
    List<StepId> steps = new ArrayList<>(Causes.on(scene, objects));
    Scene.steps(scene.moved()).stream().filter(id -> !steps.contains(id)).forEach(steps::add);
    int published = published(rating);
    return new Finding(
        "T-45",
        rating.businessImpact() < published ? Severity.WARN : Severity.INFORM,
        objects,
        steps,
        "Business impact here is "
            + rating.businessImpact()
            + " of 5 (5 loses nothing), from live replicas; the catalogue says "
            + published
            + ". Lost: "
            + some(rating.lost()),
        "Scale up what loses too much before, or leave it where it is.");
  }

  private static String some(List<String> lost) {
    int more = lost.size() - MOST;
    return String.join(" ", lost.subList(0, Math.min(lost.size(), MOST)))
        + (more > 0 ? " And " + more + " more." : "");
  }

  private static int published(LocalRating rating) {
    return rating.measure().published().marks().getOrDefault(Criterion.BUSINESS_IMPACT, 0);
  }
}
