package org.lazaretto.plan.isolate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.JsonText;
import org.lazaretto.plan.Quarantine;

/** The policies that speak about suspects. */
final class Policies {
  private static final String EXPRESSIONS = "/spec/podSelector/matchExpressions";

  private Policies() {}

  /** The policy that bears the name of the case's own. */
  static Optional<NetworkPolicy> ours(
      ClusterSnapshot snapshot, String namespace, String quarantine) {
    String name = Quarantine.policy(namespace, quarantine).name();
    return snapshot.policies(namespace).stream()
        .filter(policy -> policy.object().name().equals(name))
        .findFirst();
  }

  /** Those that allow something to a suspect, each once, by path. */
  static List<NetworkPolicy> allowing(
      ClusterSnapshot snapshot, List<Pod> suspects, String quarantine) {
    Map<String, NetworkPolicy> found = new LinkedHashMap<>();
    for (Pod suspect : suspects) {
      for (NetworkPolicy policy : snapshot.policiesOf(suspect)) {
        if (policy.allows() && !excepts(policy, quarantine)) {
          found.put(policy.object().uid(), policy);
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing(policy -> policy.object().path()))
        .toList();
  }

  private static boolean excepts(NetworkPolicy policy, String quarantine) {
    return policy.selector().expressions().contains(exception(quarantine));
  }

  /** The policy lets go of what carries the case's label, and of nothing else. */
  static FieldEdit except(NetworkPolicy policy, String quarantine) {
    List<LabelSelector.Expression> former = policy.selector().expressions();
    List<LabelSelector.Expression> wanted = new ArrayList<>(former);
    wanted.add(exception(quarantine));
    return new FieldEdit.Value(EXPRESSIONS, JsonText.of(former), JsonText.of(wanted));
  }

  private static LabelSelector.Expression exception(String quarantine) {
    return new LabelSelector.Expression(Quarantine.KEY, "NotIn", List.of(quarantine));
  }
}
