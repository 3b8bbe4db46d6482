package org.lazaretto.consequence;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;

/** T-42: the plan, the picture and the case must be of one cluster. */
final class WrongCluster implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    String here = scene.snapshot().cluster().uid();
    Set<String> others = new TreeSet<>();
    others.add(scene.plan().cluster().uid());
    scene.context().caseCluster().ifPresent(others::add);
    others.remove(here);
    return others.stream().map(other -> finding(here, other)).toList();
  }

  private static Finding finding(String here, String other) {
    return new Finding(
        "T-42",
        Severity.STOP,
        List.of(ObservedKind.NAMESPACE.ref("", "kube-system", here)),
        List.of(),
        "This is another cluster: its kube-system has UID "
            + here
            + ", but the case or the plan is of the cluster with UID "
            + other
            + ".",
        "Choose the context of the case's own cluster, or open another case.");
  }
}
