package org.lazaretto.ui.wizard.proposal;

import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.EvacuatePlanner;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.plan.evacuate.MethodTable;

/**
 * What an evacuation does with what stands on its nodes.
 *
 * @param evacuation what becomes of each pod
 * @param doubtful how many pods the named decisions are about
 * @param methods what each method would do with each workload
 */
public record Leaving(Evacuation evacuation, Doubtful doubtful, MethodTable methods) {
  /** As it will be once the nodes are cordoned. */
  static Leaving ahead(ClusterSnapshot seen, Request.Evacuate request) {
    ClusterSnapshot cordoned = EvacuatePlanner.asIfCordoned(seen, request);
    Evacuation evacuation = EvacuatePlanner.decide(cordoned, request);
    return new Leaving(
        evacuation,
        Doubtful.of(seen, request.suspects(), evacuation),
        MethodTable.of(seen, request));
  }

  static Leaving of(ClusterSnapshot seen, Request.Evacuate request) {
    Evacuation evacuation = EvacuatePlanner.decide(seen, request);
    return new Leaving(
        evacuation,
        Doubtful.of(seen, request.suspects(), evacuation),
        MethodTable.of(seen, request));
  }
}
