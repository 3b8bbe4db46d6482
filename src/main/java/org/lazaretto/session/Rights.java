package org.lazaretto.session;

import java.util.Collection;
import org.lazaretto.execute.PermissionMatrix;
import org.lazaretto.execute.Preflight;
import org.lazaretto.execute.RbacRules;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Wizard;
import org.lazaretto.port.ClusterReads;
import org.lazaretto.port.PortException;

/**
 * What we may do in a cluster, asked before an incident or in one.
 *
 * @param matrix the server's answer to each right, for observing and for each wizard
 * @param missing the denied rights as RBAC objects for whoever may grant them; empty if none is
 */
public record Rights(PermissionMatrix matrix, String missing) {
  /** Asks for what observing and these wizards need, in all namespaces. */
  public static Rights of(ClusterReads reads, Collection<Wizard> wizards) {
    return of(reads, new Preflight(reads).matrix(wizards));
  }

  /** Asks for what this plan needs, where it needs it. */
  public static Rights of(ClusterReads reads, Plan plan) {
    return of(reads, new Preflight(reads).matrix(plan));
  }

  private static Rights of(ClusterReads reads, PermissionMatrix matrix) {
    return new Rights(matrix, RbacRules.yaml(matrix.denied(), caller(reads)));
  }

  /** An old or closed server may not say whom it takes us for. */
  private static String caller(ClusterReads reads) {
    try {
      return reads.caller().username();
    } catch (PortException e) {
      return "YOUR-USER-NAME";
    }
  }
}
