package org.lazaretto.execute;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Permission;

/**
 * Missing rights as RBAC objects, ready to be given to whoever may grant them: a ClusterRole with
 * its binding for what is needed in all namespaces, a Role with its binding for each namespace
 * else. Every text is a quoted scalar, so that no name can become YAML of its own.
 */
public final class RbacRules {
  private static final String NAME = "lazaretto-responder";
  private static final String ACCOUNT = "system:serviceaccount:";

  private RbacRules() {}

  /**
   * The objects as YAML; empty if nothing is missing.
   *
   * @param user whom the server takes us for
   */
  public static String yaml(Collection<Permission> missing, String user) {
    Map<String, List<Permission>> byNamespace = new TreeMap<>();
    for (Permission permission : new LinkedHashSet<>(missing)) {
      byNamespace.computeIfAbsent(permission.namespace(), _ -> new ArrayList<>()).add(permission);
    }
    List<String> documents = new ArrayList<>();
    byNamespace.forEach((namespace, permissions) -> {
      documents.add(role(namespace, permissions));
      documents.add(binding(namespace, user));
    });
    return String.join("---\n", documents);
  }

  private static String role(String namespace, List<Permission> permissions) {
    StringBuilder text = head(namespace.isEmpty() ? "ClusterRole" : "Role", namespace);
    text.append("rules:\n");
    verbsByResource(permissions)
        .forEach((resource, verbs) -> {
          text.append("- apiGroups: [").append(quoted(resource.group())).append("]\n");
          text.append("  resources: [").append(quoted(resource.name())).append("]\n");
          text.append("  verbs: [");
          text.append(String.join(", ", verbs.stream().map(RbacRules::quoted).toList()));
          text.append("]\n");
        });
    return text.toString();
  }

  private record Resource(String group, String name) implements Comparable<Resource> {
    @Override
    public int compareTo(Resource other) {
      int groups = group.compareTo(other.group);
      return groups != 0 ? groups : name.compareTo(other.name);
    }
  }

  private static Map<Resource, Set<String>> verbsByResource(List<Permission> permissions) {
    Map<Resource, Set<String>> verbs = new TreeMap<>();
    for (Permission permission : permissions) {
      String below = permission.subresource().isEmpty() ? "" : "/" + permission.subresource();
      Resource resource = new Resource(permission.group(), permission.resource() + below);
      verbs.computeIfAbsent(resource, _ -> new TreeSet<>()).add(permission.verb());
    }
    return verbs;
  }

  private static String binding(String namespace, String user) {
    boolean wide = namespace.isEmpty();
    StringBuilder text = head(wide ? "ClusterRoleBinding" : "RoleBinding", namespace);
    text.append("roleRef:\n");
    text.append("  apiGroup: rbac.authorization.k8s.io\n");
    text.append("  kind: ").append(wide ? "ClusterRole" : "Role").append('\n');
    text.append("  name: ").append(NAME).append('\n');
    return text.append("subjects:\n").append(subject(user)).toString();
  }

  private static String subject(String user) {
    String[] parts = user.startsWith(ACCOUNT) ? user.split(":", 4) : new String[0];
    return parts.length == 4
        ? "- kind: ServiceAccount\n  namespace: %s\n  name: %s\n"
            .formatted(quoted(parts[2]), quoted(parts[3]))
        : "- kind: User\n  apiGroup: rbac.authorization.k8s.io\n  name: %s\n"
            .formatted(quoted(user));
  }

  private static StringBuilder head(String kind, String namespace) {
    StringBuilder text = new StringBuilder();
    text.append("apiVersion: rbac.authorization.k8s.io/v1\nkind: ").append(kind);
    text.append("\nmetadata:\n  name: ").append(NAME).append('\n');
    if (!namespace.isEmpty()) {
      text.append("  namespace: ").append(quoted(namespace)).append('\n');
    }
    return text;
  }

  /** Inside double quotes YAML knows JSON's escapes, and those that make characters visible. */
  private static String quoted(String text) {
    return '"'
        + HostileText.visible(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)))
        + '"';
  }
}
