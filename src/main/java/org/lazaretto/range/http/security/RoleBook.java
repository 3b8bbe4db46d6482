package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/** The roles and bindings of one moment, by whom they are for. Immutable. */
final class RoleBook {
  private static final String EVERYWHERE = "";

  private final Snapshot at;
  private final Map<String, List<Grant>> bySubject = new HashMap<>();

  /**
   * What one binding gives to those it names.
   *
   * @param namespace where it holds; empty is everywhere
   * @param role as a refusal names it, for a role that is missing
   * @param rules empty if the role is missing
   */
  record Grant(String namespace, String role, Optional<List<PolicyRule>> rules) {}

  private RoleBook(Snapshot at) {
    this.at = at;
  }

  static RoleBook of(Snapshot at) {
    RoleBook book = new RoleBook(at);
    at.list(ResourceTypes.CLUSTER_ROLE_BINDINGS, Optional.empty()).forEach(book::add);
    at.list(ResourceTypes.ROLE_BINDINGS, Optional.empty()).forEach(book::add);
    return book;
  }

  private void add(Stored binding) {
    JsonNode tree = binding.tree();
    JsonNode ref = tree.path("roleRef");
    Grant grant = grant(binding.namespace(), ref);
    for (JsonNode subject : tree.path("subjects")) {
      bySubject
          .computeIfAbsent(keyOf(subject, binding.namespace()), key -> new ArrayList<>())
          .add(grant);
    }
  }

  private Grant grant(String namespace, JsonNode ref) {
    ResourceType type =
        ref.path("kind").asText("").equals("Role")
            ? ResourceTypes.ROLES
            : ResourceTypes.CLUSTER_ROLES;
    String name = ref.path("name").asText("");
    String within = type.namespaced() ? namespace : EVERYWHERE;
    String words = type.singular() + "." + type.group() + " \"" + name + "\" not found";
    return new Grant(
        namespace,
        words,
        at.get(type, within, name).map(role -> PolicyRule.of(role.tree().path("rules"))));
  }

  private static String keyOf(JsonNode subject, String namespace) {
    String name = subject.path("name").asText("");
    return switch (subject.path("kind").asText("")) {
      case "User" -> "user " + name;
      case "Group" -> "group " + name;
      default ->
          "user " + Identity.serviceAccountName(subject.path("namespace").asText(namespace), name);
    };
  }

  /** What somebody is granted for requests to a namespace; empty for the whole cluster. */
  List<Grant> grants(Identity who, String namespace) {
    return Stream.concat(
            Stream.of("user " + who.user()), who.groups().stream().map(group -> "group " + group))
        .flatMap(key -> bySubject.getOrDefault(key, List.of()).stream())
        .filter(grant ->
            grant.namespace().isEmpty()
                || (!namespace.isEmpty() && grant.namespace().equals(namespace)))
        .toList();
  }

  /** Whether it still says what the roles and bindings of another moment say. */
  boolean holdsFor(Snapshot now) {
    return Stream.of(
            ResourceTypes.CLUSTER_ROLES,
            ResourceTypes.CLUSTER_ROLE_BINDINGS,
            ResourceTypes.ROLES,
            ResourceTypes.ROLE_BINDINGS)
        .allMatch(type -> at.sameObjects(now, type));
  }
}
