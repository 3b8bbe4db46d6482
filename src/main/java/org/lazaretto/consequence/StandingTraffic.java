package org.lazaretto.consequence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.plan.ContainStep.EditFields;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Purpose;

/** T-55: a service that lets go of a pod ends no connection, and one that does not sends on. */
final class StandingTraffic implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    if (Containing.request(scene).isEmpty()) {
      return List.of();
    }
    List<EditFields> leaving = new ArrayList<>(Containing.edits(scene, Purpose.LEAVE_SERVICES));
    leaving.addAll(Containing.edits(scene, Purpose.STRIP_LABELS));
    List<EditFields> closing = Containing.edits(scene, Purpose.CLOSE_SERVICE);
    Set<ObjectRef> left = new LinkedHashSet<>(Containing.targets(closing));
    leaving.forEach(step -> left.addAll(step.witnesses()));
    Set<ObjectRef> sending = new LinkedHashSet<>();
    for (Pod suspect : Containing.suspects(scene)) {
      scene.snapshot().servicesOf(suspect).stream().map(ServiceEntry::object).forEach(sending::add);
    }
    sending.removeAll(left);
    List<EditFields> all = new ArrayList<>(leaving);
    all.addAll(closing);
    List<Finding> findings = new ArrayList<>();
    if (!left.isEmpty()) {
      findings.add(left(List.copyOf(left), all));
    }
    if (!sending.isEmpty()) {
      findings.add(sending(scene, List.copyOf(sending)));
    }
    return findings;
  }

  private static Finding left(List<ObjectRef> services, List<EditFields> steps) {
    int n = services.size();
    return new Finding(
        "T-55",
        Severity.INFORM,
        services,
        Containing.ids(steps),
        Words.count(n, "service", " ")
            + Words.form(n, "sends", "send")
            + " no new connection to a suspect any more, by EndpointSlice; connections that stand"
            + " go on flowing.",
        "Do not say \"cut\" of what was not tried; a load balancer may hold connections for minutes.");
  }

  private static Finding sending(Scene scene, List<ObjectRef> services) {
    int n = services.size();
    return new Finding(
        "T-55",
        Severity.WARN,
        services,
        Containing.policySteps(scene),
        Words.count(n, "service", " ")
            + Words.form(n, "goes", "go")
            + " on choosing a suspect: what it sends there meets the policy and fails, for a share"
            + " of the clients.",
        "Close the service, or strip the label and accept the replacement (T-10).");
  }
}
