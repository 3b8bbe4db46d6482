package org.lazaretto.model;

/** A pod by namespace, name and UID; a replacement of the same name is another pod. */
public record PodRef(String namespace, String name, String uid) {
  /** This pod as an object of any kind. */
  public ObjectRef object() {
    return new ObjectRef("v1", "Pod", namespace, name, uid);
  }

  /** {@code namespace/name}. */
  public String path() {
    return namespace + "/" + name;
  }
}
