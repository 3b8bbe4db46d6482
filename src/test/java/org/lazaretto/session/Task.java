package org.lazaretto.session;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Isolation;
import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Request;

/** What a trial has done; each way in which a wizard changes a cluster. */
enum Task {
  CORDON(4),
  EVICT(1, 3),
  RESTART(1),
  TAINT(2),
  ISOLATE(4),
  CLOSE(4, 5),
  STRIP(4, 5),
  /** Isolates as well, and tries and looks before and after: only those are changes of its own. */
  ASK(8),
  CREDENTIALS(2),
  DISPOSE_PODS(1),
  DISPOSE_ORPHAN(3),
  DISPOSE_FOREGROUND(1),
  DISPOSE_SCALE(1),
  DISPOSE_RESTART(1),
  RECOVER_NODE(4),
  RECOVER_PODS(4);

  private static final String PROBE = "registry.example/team/service:1.0.0";
  private final int first;

  /** How many changes its plan has. */
  final int changes;

  Task(int changes) {
    this(0, changes);
  }

  Task(int first, int changes) {
    this.first = first;
    this.changes = changes;
  }

  /** Which of its changes no other task has. */
  List<Integer> own() {
    return this == ASK
        ? List.of(0, 1, changes - 2, changes - 1)
        : IntStream.range(first, changes).boxed().toList();
  }

  /**
   * Whether a change is the same one on the same kind of object as another trial's, so that what is
   * answered to it is told and gone on from in the same way.
   */
  boolean repeats(int change) {
    return switch (this) {
      case CORDON -> change > 1;
      case EVICT -> change == 1;
      case TAINT -> change == 0;
      case ISOLATE -> change == 3;
      case STRIP -> true;
      case RECOVER_NODE, RECOVER_PODS -> change < 3;
      case ASK -> change < 2;
      case DISPOSE_ORPHAN -> change == 2;
      default -> false;
    };
  }

  /** Whether somebody else's pods cannot tell at all times what it asks. */
  boolean asks() {
    return this == ASK;
  }

  /** What is done before the trial begins, undisturbed. */
  List<Task> before() {
    return switch (this) {
      case EVICT, RESTART, TAINT -> List.of(CORDON);
      case RECOVER_NODE -> List.of(CORDON);
      case RECOVER_PODS -> List.of(ISOLATE);
      default -> List.of();
    };
  }

  Request request(PodRef suspect, String quarantine) {
    List<PodRef> suspects = List.of(suspect);
    return switch (this) {
      case CORDON ->
          new Request.Cordon(
              suspects, List.of(), new Protection(true, true, Protection.Taint.ALWAYS));
      case EVICT -> evacuation(suspects, Request.Method.EVICT);
      case RESTART -> evacuation(suspects, Request.Method.RESTART);
      case TAINT -> evacuation(suspects, Request.Method.TAINT);
      case ISOLATE -> isolation(suspects, quarantine, Isolation.Services.LEAVE, false);
      case CLOSE -> isolation(suspects, quarantine, Isolation.Services.CLOSE, false);
      case STRIP -> isolation(suspects, quarantine, Isolation.Services.LEAVE, true);
      case ASK ->
          new Request.Isolate(
              suspects,
              quarantine,
              new Isolation(Isolation.Services.LEAVE, true, false, PROBE, true));
      case CREDENTIALS -> new Request.Credentials(suspects, true, true);
      case DISPOSE_PODS -> new Request.Dispose(suspects, Disposal.PODS);
      case DISPOSE_ORPHAN -> new Request.Dispose(suspects, Disposal.ORPHAN);
      case DISPOSE_FOREGROUND -> new Request.Dispose(suspects, Disposal.FOREGROUND);
      case DISPOSE_SCALE -> new Request.Dispose(suspects, Disposal.SCALE);
      case DISPOSE_RESTART -> new Request.Dispose(suspects, Disposal.RESTART);
      case RECOVER_NODE, RECOVER_PODS ->
          new Request.Recover(suspects, "the tag is pinned", List.of());
    };
  }

  private static Request evacuation(List<PodRef> suspects, Request.Method method) {
    Request.Decisions all = new Request.Decisions(true, true, true, true);
    return new Request.Evacuate(suspects, List.of(), method, Map.of(), all);
  }

  private static Request isolation(
      List<PodRef> suspects, String quarantine, Isolation.Services services, boolean strip) {
    return new Request.Isolate(suspects, quarantine, new Isolation(services, true, strip, ""));
  }
}
