package org.lazaretto.model;

/**
 * One object of a cluster, told apart from a namesake by its UID.
 *
 * @param apiVersion {@code v1} or {@code group/version}
 * @param kind the kind's name, such as {@code Pod}
 * @param namespace the namespace, empty for cluster-scoped objects
 * @param name the object's name: hostile input, to be escaped wherever it is shown
 * @param uid the object's UID; empty only where an API names an object without it
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name, String uid) {
  /** {@code namespace/name}, or the name alone for a cluster-scoped object. */
  public String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /** As it is spoken, with the UID that tells it from a namesake. */
  public String identified() {
    return uid.isEmpty() ? spoken() : spoken() + " (uid " + uid + ")";
  }

  /** The kind in lower case and the path, as a person would say it. */
  public String spoken() {
    return path().isEmpty() ? kind : kind + " " + path();
  }
}
