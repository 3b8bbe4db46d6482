package org.lazaretto.plan.capture;

import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.RawPath;

/** Paths of the events about one object. */
final class Events {
  /** Events about objects without a namespace are stored here. */
  private static final String OF_CLUSTER_SCOPED = "default";

  private Events() {}

  static String byUid(ObjectRef object) {
    return in(object.namespace()) + RawPath.encode("involvedObject.uid=" + object.uid());
  }

  /** By name: a kubelet writes its node's name where the UID belongs. */
  static String ofNode(ObjectRef node) {
    String selector = "involvedObject.kind=Node,involvedObject.name=" + node.name();
    return in(OF_CLUSTER_SCOPED) + RawPath.encode(selector);
  }

  private static String in(String namespace) {
    return RawPath.list("v1", namespace, "events") + "?fieldSelector=";
  }
}
