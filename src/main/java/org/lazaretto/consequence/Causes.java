package org.lazaretto.consequence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Actions;
import org.lazaretto.plan.CaptureStep;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** Beside which steps of a plan a finding stands. */
final class Causes {
  private Causes() {}

  /** The steps that act on one of these objects, in order. */
  static List<StepId> on(Scene scene, Collection<ObjectRef> objects) {
    Set<String> uids = objects.stream().map(ObjectRef::uid).collect(Collectors.toSet());
    return steps(scene, step -> uids.contains(step.target().uid()));
  }

  /** The steps on the nodes on which these pods stand; where there are none, on the pods. */
  static List<StepId> onNodesOf(Scene scene, Collection<Pod> pods) {
    Set<String> names = pods.stream().flatMap(p -> p.node().stream()).collect(Collectors.toSet());
    List<StepId> atNodes =
        steps(
            scene,
            step -> step.target().kind().equals("Node") && names.contains(step.target().name()));
    return atNodes.isEmpty() ? on(scene, Scene.objects(pods)) : atNodes;
  }

  /** The steps that change one of these objects, in order. */
  static List<StepId> changing(Scene scene, Collection<ObjectRef> objects) {
    Set<String> uids = objects.stream().map(ObjectRef::uid).collect(Collectors.toSet());
    return steps(scene, step -> Actions.changes(step) && uids.contains(step.target().uid()));
  }

  /** The captures that are made for these suspects; where there are none, as on their nodes. */
  static List<StepId> capturing(Scene scene, Collection<Pod> suspects) {
    Set<String> uids = suspects.stream().map(pod -> pod.ref().uid()).collect(Collectors.toSet());
    List<StepId> captures =
        steps(
            scene,
            step -> step instanceof CaptureStep capture && uids.contains(capture.suspect().uid()));
    return captures.isEmpty() ? onNodesOf(scene, suspects) : captures;
  }

  static List<StepId> steps(Scene scene, Predicate<Step> which) {
    return scene.plan().steps().stream().filter(which).map(Step::id).toList();
  }
}
