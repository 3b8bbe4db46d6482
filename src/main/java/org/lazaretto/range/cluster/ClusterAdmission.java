package org.lazaretto.range.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.control.PodAdmission;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.http.Admission;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/**
 * Completes pods that clients create: service account, its token's volume, tolerations, limits; and
 * refuses what a quota forbids.
 */
public final class ClusterAdmission implements Admission {
  private final PodAdmission pods;

  /** By what stands in this store. */
  public ClusterAdmission(ObjectStore store) {
    this.pods = new PodAdmission(store);
  }

  @Override
  public ObjectNode admit(ResourceType type, ObjectNode tree) {
    if (type.equals(ResourceTypes.PODS)) {
      PodTemplates.admit(tree);
      pods.admit(tree);
    }
    return tree;
  }
}
