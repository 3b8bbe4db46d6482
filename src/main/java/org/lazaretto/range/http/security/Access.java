package org.lazaretto.range.http.security;

/**
 * One thing to be allowed.
 *
 * @param verb as in {@code list}
 * @param group API group, empty for the core group
 * @param resource plural, as in {@code pods}; empty for a path
 * @param subresource as in {@code eviction}, or empty
 * @param namespace empty for the whole cluster
 * @param name one object, or empty
 * @param path for what is no resource, as in {@code /openapi/v3}; else empty
 */
public record Access(
    String verb,
    String group,
    String resource,
    String subresource,
    String namespace,
    String name,
    String path) {
  /** Access to a path that is no resource. */
  public static Access toPath(String verb, String path) {
    return new Access(verb, "", "", "", "", "", path);
  }

  /** As rules name it: {@code pods/eviction}. */
  public String qualifiedResource() {
    return subresource.isEmpty() ? resource : resource + "/" + subresource;
  }

  /** The refusal in the words of a real server, after "is forbidden:". */
  public String refusalFor(Identity who) {
    if (!path.isEmpty()) {
      return "User \"%s\" cannot %s path \"%s\"".formatted(who.user(), verb, path);
    }
    String where =
        namespace.isEmpty() ? "at the cluster scope" : "in the namespace \"" + namespace + "\"";
    return "User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
        .formatted(who.user(), verb, qualifiedResource(), group, where);
  }
}
