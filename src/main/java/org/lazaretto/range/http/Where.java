package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import org.lazaretto.range.http.security.Access;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/**
 * The objects that a path names.
 *
 * @param type their kind, in the version in which they are stored
 * @param spoken their kind, in the version that the client speaks
 * @param namespace empty for all, or for what lives in none
 * @param name of one object, or empty
 * @param subresource below one object, or empty
 * @param rest of the path, below a subresource that leads on
 */
record Where(
    ResourceType type,
    ResourceType spoken,
    String namespace,
    String name,
    String subresource,
    List<String> rest) {
  Where {
    rest = List.copyOf(rest);
  }

  Where(ResourceType type, String namespace, String name, String subresource) {
    this(type, type, namespace, name, subresource, List.of());
  }

  /** How the client says what is stored. */
  Dialect dialect() {
    return spoken.equals(ResourceTypes.OLD_AUTOSCALERS) ? new OldAutoscalers() : new Dialect.Same();
  }

  /** The namespace as lists take it. */
  Optional<String> scope() {
    return namespace.isEmpty() ? Optional.empty() : Optional.of(namespace);
  }

  Access access(String verb) {
    String authorised = type.plural().equals("namespaces") ? name : namespace;
    return new Access(verb, type.group(), type.plural(), subresource, authorised, name, "");
  }

  /** As in {@code pods/eviction}. */
  String resource() {
    return subresource.isEmpty() ? type.plural() : type.plural() + "/" + subresource;
  }
}
