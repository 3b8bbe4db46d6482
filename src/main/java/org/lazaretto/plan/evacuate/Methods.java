package org.lazaretto.plan.evacuate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.plan.Request;

/** How each workload is to be moved. */
final class Methods {
  private final Request.Evacuate request;

  Methods(Request.Evacuate request) {
    this.request = request;
  }

  Request.Method of(ObjectRef workload) {
    return request.perWorkload().getOrDefault(key(workload), request.method());
  }

  static String key(ObjectRef workload) {
    return workload.namespace() + "/" + workload.kind() + "/" + workload.name();
  }

  /** One sentence for each key that names nothing in the cluster, by key. */
  List<String> unknown(ClusterSnapshot snapshot, List<PodDecision> decisions) {
    List<String> reasons = new ArrayList<>();
    for (Map.Entry<String, Request.Method> entry : request.perWorkload().entrySet()) {
      String key = entry.getKey();
      if (decisions.stream().noneMatch(d -> key(d.workload()).equals(key))
          && !exists(snapshot, key)) {
        reasons.add(
            "No workload is called "
                + key
                + "; it must be NAMESPACE/KIND/NAME, such as"
                + " shop/Deployment/web.");
      }
    }
    return reasons.stream().sorted().toList();
  }

  private static boolean exists(ClusterSnapshot snapshot, String key) {
    String[] parts = key.split("/", -1);
    if (parts.length != 3) {
      return false;
    }
    if (parts[1].equals("Pod")) {
      return snapshot.pod(parts[0], parts[2]).isPresent();
    }
    return List.of(
            ObservedKind.DEPLOYMENT,
            ObservedKind.STATEFUL_SET,
            ObservedKind.DAEMON_SET,
            ObservedKind.JOB,
            ObservedKind.REPLICA_SET)
        .stream()
        .filter(kind -> kind.kind().equals(parts[1]))
        .anyMatch(kind -> snapshot.workload(kind, parts[0], parts[2]).isPresent());
  }
}
