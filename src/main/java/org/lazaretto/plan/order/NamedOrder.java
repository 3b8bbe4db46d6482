package org.lazaretto.plan.order;

import static org.lazaretto.plan.order.Stage.CREDENTIALS;
import static org.lazaretto.plan.order.Stage.DISPOSE;
import static org.lazaretto.plan.order.Stage.EVACUATE;
import static org.lazaretto.plan.order.Stage.FREEZE;
import static org.lazaretto.plan.order.Stage.ISOLATE_NODE;
import static org.lazaretto.plan.order.Stage.ISOLATE_POD;
import static org.lazaretto.plan.order.Stage.LIVE_RESPONSE;
import static org.lazaretto.plan.order.Stage.LOGS;
import static org.lazaretto.plan.order.Stage.MEMORY;
import static org.lazaretto.plan.order.Stage.PROTECT;
import static org.lazaretto.plan.order.Stage.RECOVER;
import static org.lazaretto.plan.order.Stage.RUNTIME;
import static org.lazaretto.plan.order.Stage.SNAPSHOTS;

import java.util.List;
import java.util.Locale;

/** The four orders. Freeze always comes first, and none begins with a deletion. */
public enum NamedOrder {
  /** The default: evidence first, seen by nobody inside. */
  QUIET(
      List.of(
          FREEZE,
          PROTECT,
          RUNTIME,
          SNAPSHOTS,
          MEMORY,
          ISOLATE_POD,
          CREDENTIALS,
          EVACUATE,
          ISOLATE_NODE,
          DISPOSE,
          RECOVER)),
  /** Exfiltration, ransomware, lateral movement, live cloud keys. */
  STOP_THE_HARM(
      List.of(
          FREEZE,
          CREDENTIALS,
          ISOLATE_POD,
          MEMORY,
          SNAPSHOTS,
          PROTECT,
          RUNTIME,
          EVACUATE,
          ISOLATE_NODE,
          DISPOSE,
          RECOVER)),
  /** The node will be gone soon. */
  RACE_THE_CLOCK(
      List.of(
          FREEZE,
          SNAPSHOTS,
          PROTECT,
          MEMORY,
          RUNTIME,
          ISOLATE_POD,
          CREDENTIALS,
          EVACUATE,
          ISOLATE_NODE,
          DISPOSE,
          RECOVER)),
  /** Nothing reaches the node. */
  API_ONLY(List.of(FREEZE, LOGS, LIVE_RESPONSE, ISOLATE_POD, CREDENTIALS, DISPOSE, RECOVER));

  private final List<Stage> stages;

  NamedOrder(List<Stage> stages) {
    this.stages = stages;
  }

  /** Its stages, first to last. */
  public List<Stage> stages() {
    return stages;
  }

  /** The word on the command line and in journals. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
