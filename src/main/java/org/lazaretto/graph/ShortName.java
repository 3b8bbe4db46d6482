package org.lazaretto.graph;

import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;

/** A pod's name as a person would say it: without the hash of its ReplicaSet. */
public final class ShortName {
  private ShortName() {}

  /** {@code payments-x2k8q} for {@code payments-7f8d9c6b5d-x2k8q}; hostile input as the name is. */
  public static String of(Pod pod) {
    String name = pod.ref().name();
    return pod.controller()
        .filter(owner -> owner.kind().equals("ReplicaSet"))
        .map(ObjectRef::name)
        .filter(set -> name.startsWith(set + "-") && set.lastIndexOf('-') > 0)
        .map(set -> set.substring(0, set.lastIndexOf('-')) + name.substring(set.length()))
        .orElse(name);
  }
}
