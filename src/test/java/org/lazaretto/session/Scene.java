package org.lazaretto.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.plan.Quarantine;
import org.lazaretto.plan.Wizard;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * What really stands in a practice cluster, past its API.
 *
 * @param suspect the pod that the trial is about
 * @param node where it stands
 */
record Scene(PracticeRange range, Pod suspect, String node) {
  boolean cordoned() {
    return range
        .store()
        .get(ResourceTypes.NODES, "", node)
        .map(stored -> stored.tree().path("spec").path("unschedulable").asBoolean())
        .orElse(false);
  }

  Set<String> pods(Predicate<JsonNode> which) {
    return range.store().list(ResourceTypes.PODS, Optional.empty()).stream()
        .map(Stored::tree)
        .filter(which)
        .map(tree -> tree.path("metadata").path("uid").asText())
        .collect(Collectors.toSet());
  }

  private boolean labelled() {
    return pods(tree -> tree.path("metadata").path("labels").has(Quarantine.KEY))
        .contains(suspect.ref().uid());
  }

  private boolean policy(ObjectRef policy) {
    return range
        .store()
        .get(ResourceTypes.NETWORK_POLICIES, policy.namespace(), policy.name())
        .isPresent();
  }

  /** Whether what the wizard wants of an object is so. */
  boolean stands(Wizard wizard, ObjectRef target) {
    boolean shut = wizard != Wizard.RECOVER;
    return switch (target.kind()) {
      case "Node" -> cordoned();
      case "NetworkPolicy" -> policy(target) == shut;
      case "Pod" ->
          wizard == Wizard.EVACUATE ? !pods(_ -> true).contains(target.uid()) : labelled() == shut;
      default -> throw new IllegalArgumentException("no trial is about " + target);
    };
  }

  /** Whether the wizard has reached what it is for. */
  boolean goal(Wizard wizard) {
    ObjectRef own = suspect.object();
    return switch (wizard) {
      case CORDON -> cordoned();
      case EVACUATE ->
          cordoned()
              && pods(tree -> tree.path("spec").path("nodeName").asText().equals(node))
                  .equals(Set.of(suspect.ref().uid()));
      case ISOLATE -> labelled() && policies() == 1;
      case RECOVER -> !labelled() && policies() == 0 && pods(_ -> true).contains(own.uid());
      default -> throw new IllegalArgumentException("no trial of " + wizard);
    };
  }

  int policies() {
    return (int)
        range.store().list(ResourceTypes.NETWORK_POLICIES, Optional.empty()).stream()
            .filter(stored -> stored.tree().path("metadata").path("labels").has(Quarantine.KEY))
            .count();
  }
}
