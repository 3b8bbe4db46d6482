package org.lazaretto.model;

/** A node by name and UID; a recreated node of the same name is another node. */
public record NodeRef(String name, String uid) {
  /** This node as an object of any kind. */
  public ObjectRef object() {
    return new ObjectRef("v1", "Node", "", name, uid);
  }
}
