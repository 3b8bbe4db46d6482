package org.lazaretto.range.http.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** Nobody grants what they do not hold, unless they may {@code escalate} or {@code bind}. */
public final class Escalation {
  private final ObjectStore store;
  private final Authorizer authorizer;

  /**
   * Guards roles and bindings.
   *
   * @param store holds the roles
   * @param authorizer knows what somebody holds
   */
  public Escalation(ObjectStore store, Authorizer authorizer) {
    this.store = store;
    this.authorizer = authorizer;
  }

  /**
   * Checks a role or binding that somebody is about to store; any other kind passes.
   *
   * @throws ApiProblem 403 if it grants what they do not hold
   */
  public void check(Identity who, ResourceType type, ObjectNode object) {
    if (!type.group().equals(ResourceTypes.ROLES.group())) {
      return;
    }
    String namespace = object.at("/metadata/namespace").asText("");
    String name = object.at("/metadata/name").asText("");
    boolean role = type.equals(ResourceTypes.ROLES) || type.equals(ResourceTypes.CLUSTER_ROLES);
    JsonNode ref = object.path("roleRef");
    ResourceType granted = role ? type : roleOf(ref);
    String grantedName = role ? name : ref.path("name").asText("");
    String verb = role ? "escalate" : "bind";
    Access free = new Access(verb, type.group(), granted.plural(), "", namespace, grantedName, "");
    if (authorizer.allows(who, free)) {
      return;
    }
    confirm(who, namespace, role ? object : stored(granted, namespace, grantedName), type, name);
  }

  private static ResourceType roleOf(JsonNode ref) {
    return ref.path("kind").asText("").equals("Role")
        ? ResourceTypes.ROLES
        : ResourceTypes.CLUSTER_ROLES;
  }

  private JsonNode stored(ResourceType type, String namespace, String name) {
    return store
        .get(type, type.namespaced() ? namespace : "", name)
        .orElseThrow(() -> ApiProblem.notFound(type, name))
        .tree();
  }

  private void confirm(
      Identity who, String namespace, JsonNode role, ResourceType type, String name) {
    List<PolicyRule> held = authorizer.rules(who, namespace);
    TreeSet<String> missing = new TreeSet<>();
    for (PolicyRule rule : PolicyRule.of(role.path("rules"))) {
      List<String> verbs =
          rule.atoms().stream()
              .filter(atom -> held.stream().noneMatch(own -> own.includes(atom)))
              .map(atom -> atom.verbs().getFirst())
              .distinct()
              .toList();
      if (!verbs.isEmpty()) {
        missing.add(
            new PolicyRule(verbs, rule.groups(), rule.resources(), rule.names(), rule.paths())
                .compact());
      }
    }
    if (!missing.isEmpty()) {
      String words =
          "user \"%s\" (groups=%s) is attempting to grant RBAC permissions not currently held:\n%s"
              .formatted(who.user(), PolicyRule.quoted(who.groups()), String.join("\n", missing));
      throw ApiProblem.forbidden(type, name, words);
    }
  }
}
