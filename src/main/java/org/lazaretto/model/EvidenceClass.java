package org.lazaretto.model;

/** Classes of evidence, most volatile first. */
public enum EvidenceClass {
  API_STATE("api-state"),
  MEMORY("memory"),
  PROCESSES("processes"),
  CONTAINER_LAYER("container-layer"),
  NODE_DISK("node-disk"),
  VOLUMES("volumes"),
  CLUSTER("cluster"),
  IMAGE("image");

  private final String id;

  EvidenceClass(String id) {
    this.id = id;
  }

  /** The class's word in plans and journals. */
  public String id() {
    return id;
  }

  /** The id of the order guard of this class, such as {@code E-memory}. */
  public String guard() {
    return "E-" + id;
  }

  /** The class of that word. */
  public static EvidenceClass of(String id) {
    for (EvidenceClass value : values()) {
      if (value.id.equals(id)) {
        return value;
      }
    }
    throw new IllegalArgumentException("not a class of evidence: " + id);
  }
}
