package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/** What every new pod of a cluster has to pass: the limit ranges and quotas of its namespace. */
public final class PodAdmission {
  private final LimitRanges limits;
  private final Quotas quotas;

  /** By what stands in this store. */
  public PodAdmission(ObjectStore store) {
    this.limits = new LimitRanges(store);
    this.quotas = new Quotas(store);
  }

  /**
   * Completes a pod and lets it pass.
   *
   * @throws org.lazaretto.range.store.ApiProblem 403 if it may not be created
   */
  public void admit(ObjectNode pod) {
    limits.admit(pod);
    Tree.made(pod, "status").remove("qosClass");
    Defaults.apply(ResourceTypes.PODS, pod);
    quotas.admit(pod);
  }
}
