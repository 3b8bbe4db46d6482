package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.find.Group;
import org.lazaretto.model.Budget;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.ui.fx.Texts;

/** Which services lead to a pod, which policies are about it, and which budgets count it. */
final class Reach {
  private final Pod pod;
  private final ClusterSnapshot seen;

  Reach(Pod pod, ClusterSnapshot seen) {
    this.pod = pod;
    this.seen = seen;
  }

  List<Row> rows() {
    return List.of(
        new Row.Fact(Texts.of("inspector.services"), services()),
        new Row.Fact(Texts.of("inspector.policies"), policies()),
        new Row.Fact(Texts.of("inspector.budgets"), budgets()));
  }

  private List<List<Part>> services() {
    List<List<Part>> lines = new ArrayList<>();
    seen.servicesOf(pod).forEach(service -> lines.add(line(service)));
    return lines.isEmpty() ? List.of(List.of(none(ObservedKind.SERVICE))) : lines;
  }

  private static List<Part> line(ServiceEntry service) {
    String name = service.object().name();
    Deed light =
        new Deed.Light(
            Texts.of("inspector.light.service", name),
            new Group.WithLabels(service.object().namespace(), service.selector()));
    return List.of(new Part.NameLink(name, light), new Part.Quiet(service.type()));
  }

  private List<List<Part>> policies() {
    List<List<Part>> lines = new ArrayList<>();
    seen.policiesOf(pod).forEach(policy -> lines.add(line(policy)));
    return lines.isEmpty() ? List.of(List.of(none(ObservedKind.NETWORK_POLICY))) : lines;
  }

  /** What one of them lets through, none of them holds back (T-06): each says what it allows. */
  private static List<Part> line(NetworkPolicy policy) {
    String in = way(policy.types().contains("Ingress"), policy.ingressRules());
    String out = way(policy.types().contains("Egress"), policy.egressRules());
    return List.of(
        new Part.Name(policy.object().name()),
        new Part.Quiet(Texts.of("inspector.policy.ways", in, out)));
  }

  private static String way(boolean governed, int rules) {
    return governed
        ? Texts.of("inspector.policy.rules", rules)
        : Texts.of("inspector.policy.silent");
  }

  private List<List<Part>> budgets() {
    List<List<Part>> lines = new ArrayList<>();
    seen.budgetsOf(pod).forEach(budget -> lines.add(line(budget)));
    return lines.isEmpty() ? List.of(List.of(none(ObservedKind.POD_DISRUPTION_BUDGET))) : lines;
  }

  private static List<Part> line(Budget budget) {
    String allowed = Texts.of("inspector.budget.allows", budget.disruptionsAllowed());
    return List.of(
        new Part.Name(budget.object().name()),
        budget.disruptionsAllowed() == 0 ? new Part.Warning(allowed) : new Part.Quiet(allowed));
  }

  /** What may not be listed is not the same as what is not there. */
  private Part none(ObservedKind kind) {
    return unknown(seen, kind).orElse(new Part.Quiet(Texts.of("inspector.none")));
  }

  static Optional<Part> unknown(ClusterSnapshot seen, ObservedKind kind) {
    return switch (seen.health(kind)) {
      case KindHealth.Synced _, KindHealth.Stale _ -> Optional.empty();
      case KindHealth.Loading _ -> Optional.of(new Part.Quiet(Texts.of("inspector.loading")));
      case KindHealth.Denied _ -> Optional.of(new Part.Warning(Texts.of("inspector.not-allowed")));
    };
  }
}
