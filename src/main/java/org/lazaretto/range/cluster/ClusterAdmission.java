package org.lazaretto.range.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.http.Admission;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** Completes pods that clients create: service account, its token's volume, tolerations. */
public final class ClusterAdmission implements Admission {
  @Override
  public ObjectNode admit(ResourceType type, ObjectNode tree) {
    if (type.equals(ResourceTypes.PODS)) {
      PodTemplates.admit(tree);
    }
    return tree;
  }
}
