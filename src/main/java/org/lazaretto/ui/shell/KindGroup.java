package org.lazaretto.ui.shell;

import java.util.List;
import org.lazaretto.model.ObservedKind;

/** Kinds that are spoken of as one in the status line. */
enum KindGroup {
  NODES(ObservedKind.NODE),
  PODS(ObservedKind.POD),
  WORKLOADS(
      ObservedKind.DEPLOYMENT,
      ObservedKind.REPLICA_SET,
      ObservedKind.STATEFUL_SET,
      ObservedKind.DAEMON_SET,
      ObservedKind.JOB),
  SERVICES(ObservedKind.SERVICE, ObservedKind.ENDPOINT_SLICE),
  NAMESPACES(ObservedKind.NAMESPACE),
  BUDGETS(ObservedKind.POD_DISRUPTION_BUDGET);

  private final List<ObservedKind> kinds;

  KindGroup(ObservedKind... kinds) {
    this.kinds = List.of(kinds);
  }

  List<ObservedKind> kinds() {
    return kinds;
  }

  /** The key of its word. */
  String key() {
    return "shell.kind." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
