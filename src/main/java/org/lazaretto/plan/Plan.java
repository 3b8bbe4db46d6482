package org.lazaretto.plan;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.PodRef;

/**
 * The ordered steps that a wizard proposes. Nothing runs before the responder approves it.
 *
 * @param cluster the cluster it was made for
 * @param request what was asked for
 * @param steps in the order in which they run
 * @param findings what it will cause; empty until the consequences are computed
 * @param rating the measure it carries out, rated for this cluster
 */
public record Plan(
    ClusterIdentity cluster,
    Request request,
    List<Step> steps,
    List<Finding> findings,
    Optional<LocalRating> rating) {
  /** Copies what it is given. */
  public Plan {
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
  }

  /** A plan whose consequences are not computed yet. */
  public static Plan of(ClusterIdentity cluster, Request request, List<Step> steps) {
    return new Plan(cluster, request, steps, List.of(), Optional.empty());
  }

  /** The same plan with its consequences. */
  public Plan with(List<Finding> found, Optional<LocalRating> rated) {
    return new Plan(cluster, request, steps, found, rated);
  }

  /** The wizard that made it. */
  public Wizard wizard() {
    return request.wizard();
  }

  /** The suspects it was made for. */
  public List<PodRef> suspects() {
    return request.suspects();
  }

  /** What an approval binds to: 64 hexadecimal digits over actions, UIDs and former values. */
  public String fingerprint() {
    return Fingerprint.of(this);
  }
}
