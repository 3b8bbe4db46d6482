package org.lazaretto.consequence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.plan.Wizard;

/**
 * T-43: a plan made from an old or incomplete picture is held. A freeze is only warned: it reads
 * afresh and changes nothing, and evidence does not wait.
 */
final class StalePicture implements Rule {
  @Override
  public List<Finding> of(Scene scene) {
    Wizard wizard = scene.plan().wizard();
    List<Finding> findings = new ArrayList<>();
    List<String> needed = troubles(scene, needs(wizard));
    if (!needed.isEmpty()) {
      Severity severity = wizard == Wizard.FREEZE ? Severity.WARN : Severity.STOP;
      findings.add(
          new Finding(
              "T-43",
              severity,
              List.of(),
              List.of(),
              "The picture is not good enough to plan from: " + String.join("; ", needed) + ".",
              "Wait until the cluster is heard of again, or gain the right to list, then plan"
                  + " again."));
    }
    List<String> further = troubles(scene, further(wizard));
    if (!further.isEmpty()) {
      findings.add(
          new Finding(
              "T-43",
              Severity.WARN,
              List.of(),
              List.of(),
              "Some consequences could not be computed: " + String.join("; ", further) + ".",
              "Ask the server itself: its dry run tells what it would refuse."));
    }
    return findings;
  }

  private static Set<ObservedKind> needs(Wizard wizard) {
    return switch (wizard) {
      case FREEZE -> EnumSet.of(ObservedKind.POD);
      case CORDON -> EnumSet.of(ObservedKind.POD, ObservedKind.NODE);
      case ISOLATE ->
          EnumSet.of(
              ObservedKind.POD,
              ObservedKind.REPLICA_SET,
              ObservedKind.STATEFUL_SET,
              ObservedKind.DAEMON_SET,
              ObservedKind.SERVICE,
              ObservedKind.NETWORK_POLICY);
      case CREDENTIALS -> EnumSet.of(ObservedKind.POD);
      case DISPOSE ->
          EnumSet.of(
              ObservedKind.POD,
              ObservedKind.DEPLOYMENT,
              ObservedKind.REPLICA_SET,
              ObservedKind.STATEFUL_SET,
              ObservedKind.DAEMON_SET,
              ObservedKind.JOB);
      case RECOVER -> EnumSet.of(ObservedKind.POD, ObservedKind.NODE);
      case EVACUATE ->
          EnumSet.of(
              ObservedKind.POD,
              ObservedKind.NODE,
              ObservedKind.DEPLOYMENT,
              ObservedKind.REPLICA_SET,
              ObservedKind.STATEFUL_SET);
    };
  }

  private static Set<ObservedKind> further(Wizard wizard) {
    return switch (wizard) {
      case FREEZE -> EnumSet.of(ObservedKind.SERVICE, ObservedKind.REPLICA_SET);
      case CORDON, CREDENTIALS, DISPOSE, RECOVER -> EnumSet.noneOf(ObservedKind.class);
      case EVACUATE -> EnumSet.of(ObservedKind.DAEMON_SET, ObservedKind.JOB);
      case ISOLATE -> EnumSet.of(ObservedKind.ENDPOINT_SLICE);
    };
  }

  private static List<String> troubles(Scene scene, Set<ObservedKind> kinds) {
    List<String> troubles = new ArrayList<>();
    for (ObservedKind kind : kinds) {
      trouble(scene.context(), scene.snapshot().health(kind))
          .ifPresent(trouble -> troubles.add(kind.plural() + " " + trouble));
    }
    return troubles;
  }

  private static Optional<String> trouble(Context context, KindHealth health) {
    return switch (health) {
      case KindHealth.Loading _ -> Optional.of("are still being loaded");
      case KindHealth.Denied _ -> Optional.of("may not be listed");
      case KindHealth.Synced(var asOf) -> aged(context, asOf);
      case KindHealth.Stale(var since, _) -> aged(context, since);
    };
  }

  static Optional<String> aged(Context context, Instant heard) {
    Duration age = Duration.between(heard, context.now());
    return age.compareTo(context.freshFor()) <= 0
        ? Optional.empty()
        : Optional.of(
            "were last heard of %d s ago, allowed are %d s"
                .formatted(age.toSeconds(), context.freshFor().toSeconds()));
  }
}
