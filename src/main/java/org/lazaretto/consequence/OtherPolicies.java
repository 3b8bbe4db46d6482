package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;

/** T-06: policies are additive, so what another one allows survives a deny-all. */
final class OtherPolicies implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    if (Containing.request(scene).isEmpty()) {
      return List.of();
    }
    List<EditFields> excepted = Containing.edits(scene, Purpose.EXCEPT_FROM_POLICY);
    Set<ObjectRef> left = new LinkedHashSet<>();
    for (Pod suspect : Containing.suspects(scene)) {
      scene.snapshot().policiesOf(suspect).stream()
          .filter(NetworkPolicy::allows)
          .map(NetworkPolicy::object)
          .forEach(left::add);
    }
    left.removeAll(Containing.targets(excepted));
    List<Finding> findings = new ArrayList<>();
    if (!excepted.isEmpty()) {
      findings.add(excepted(excepted));
    }
    if (!left.isEmpty()) {
      findings.add(left(scene, List.copyOf(left)));
    }
    return findings;
  }

  private static Finding excepted(List<EditFields> edits) {
    List<ObjectRef> policies = Containing.targets(edits);
    int n = policies.size();
    return new Finding(
        "T-06",
        Severity.INFORM,
        policies,
        Containing.ids(edits),
        (n == 1 ? "1 other policy" : n + " other policies")
            + " ("
            + paths(policies)
            + ") "
            + Words.form(n, "allows", "allow")
            + " something to a suspect, told by selector and rules; "
            + Words.form(n, "it", "each")
            + " is made to let go of what carries the case's label, and of nothing else.",
        "If a tool keeps these policies as they are described elsewhere, make the exception there.");
  }

  private static Finding left(Scene scene, List<ObjectRef> policies) {
    return new Finding(
        "T-06",
        Severity.WARN,
        policies,
        Containing.policySteps(scene),
        "What "
            + paths(policies)
            + Words.form(policies.size(), " allows", " allow")
            + " to a suspect is still allowed beside the deny-all, for policies add up.",
        "Let the plan take the case's suspects out of these policies.");
  }

  private static String paths(List<ObjectRef> policies) {
    return policies.stream().map(ObjectRef::path).collect(Collectors.joining(", "));
  }
}
