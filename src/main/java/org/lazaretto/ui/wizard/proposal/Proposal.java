package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.evacuate.Evacuation;
import org.lazaretto.ui.desk.Preview;

/**
 * A plan, and everything that its pages show of it. Made in the background: it looks at each pod of
 * the nodes that the plan is about.
 *
 * @param plan the plan with its consequences
 * @param fingerprint what an approval binds to
 * @param leaving what becomes of what stands there, where the plan empties nodes
 * @param rows the preview's table
 * @param headline what the plan does, in a sentence or two
 * @param preview what map and graph show of it
 */
public record Proposal(
    Plan plan,
    String fingerprint,
    Optional<Leaving> leaving,
    List<EffectRow> rows,
    Headline headline,
    Preview preview) {
  /** Copies what it is given. */
  public Proposal {
    rows = List.copyOf(rows);
  }

  /** The proposal that the plan is in that picture of the cluster. */
  public static Proposal of(ClusterSnapshot seen, Plan plan) {
    Optional<Leaving> leaving =
        plan.request() instanceof Request.Evacuate request
            ? Optional.of(Leaving.of(seen, request))
            : Optional.empty();
    Optional<Evacuation> evacuation = leaving.map(Leaving::evacuation);
    List<EffectRow> rows =
        switch (plan.request()) {
          case Request.Freeze _ -> SimpleRows.freeze(plan);
          case Request.Cordon _ -> SimpleRows.cordon(seen, plan);
          case Request.Isolate _, Request.Credentials _, Request.Dispose _, Request.Recover _ ->
              SimpleRows.each(plan);
          case Request.Evacuate _ ->
              new EvacuationRows(seen, plan, evacuation.orElseThrow()).rows();
        };
    return new Proposal(
        plan,
        plan.fingerprint(),
        leaving,
        rows,
        Headline.of(plan, evacuation),
        MapPreview.of(seen, plan, evacuation));
  }

  /** What becomes of each pod, where the plan empties nodes. */
  public Optional<Evacuation> evacuation() {
    return leaving.map(Leaving::evacuation);
  }
}
