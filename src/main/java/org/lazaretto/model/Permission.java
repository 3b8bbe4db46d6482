package org.lazaretto.model;

/**
 * One right, as RBAC has it.
 *
 * @param verb such as {@code patch}
 * @param group the API group, empty for core
 * @param resource the plural
 * @param subresource empty if none
 * @param namespace empty for the whole cluster
 */
public record Permission(
    String verb, String group, String resource, String subresource, String namespace) {
  /** As {@code kubectl auth can-i} would say it: {@code create pods/eviction in shop}. */
  public String spoken() {
    String what = subresource.isEmpty() ? resource : resource + "/" + subresource;
    String where = namespace.isEmpty() ? "in all namespaces" : "in " + namespace;
    return verb + " " + what + (group.isEmpty() ? " " : "." + group + " ") + where;
  }
}
