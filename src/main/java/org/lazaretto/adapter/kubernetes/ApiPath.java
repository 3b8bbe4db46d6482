package org.lazaretto.adapter.kubernetes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.port.PortException;

/** Paths and queries, with names escaped: a name must not be able to lead to another object. */
final class ApiPath {
  private ApiPath() {}

  /** The path of one object. */
  static String of(ObservedKind kind, String namespace, String name) throws PortException {
    return kind.path(kind.namespaced() ? segment(namespace) : "", segment(name));
  }

  /** Kinds that are dealt with and not observed, by the plural that stands in paths. */
  private static final Map<String, String> UNOBSERVED =
      Map.of(
          "v1 Secret", "secrets",
          "v1 ServiceAccount", "serviceaccounts",
          "rbac.authorization.k8s.io/v1 RoleBinding", "rolebindings",
          "rbac.authorization.k8s.io/v1 ClusterRoleBinding", "clusterrolebindings");

  /** The path of an object of a kind that is dealt with. */
  static String of(ObjectRef ref) throws PortException {
    return collection(ref) + "/" + segment(ref.name());
  }

  /** The path under which objects of its kind and namespace stand. */
  static String collection(ObjectRef ref) throws PortException {
    String plural = UNOBSERVED.get(ref.apiVersion() + " " + ref.kind());
    boolean namespaced = !ref.kind().startsWith("Cluster");
    if (plural == null) {
      ObservedKind observed = kind(ref);
      plural = observed.plural();
      namespaced = observed.namespaced();
    }
    String root = (ref.apiVersion().contains("/") ? "/apis/" : "/api/") + ref.apiVersion();
    return namespaced
        ? root + "/namespaces/" + segment(ref.namespace()) + "/" + plural
        : root + "/" + plural;
  }

  /** The observed kind of a reference. */
  static ObservedKind kind(ObjectRef ref) throws PortException {
    Optional<ObservedKind> found =
        Arrays.stream(ObservedKind.values())
            .filter(k -> k.kind().equals(ref.kind()) && k.apiVersion().equals(ref.apiVersion()))
            .findFirst();
    if (found.isEmpty()) {
      throw new PortException(
          PortException.Kind.INVALID,
          "objects of kind " + ref.kind() + " (" + ref.apiVersion() + ") are not dealt with here");
    }
    return found.get();
  }

  /** One name as a segment of a path. */
  static String segment(String name) throws PortException {
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new PortException(
          PortException.Kind.INVALID, "'" + name + "' is no name of an object (nothing was sent)");
    }
    return word(name);
  }

  /** One value of a query. */
  static String word(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A selector as the API writes it in a query, before escaping. */
  static String query(LabelSelector selector) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> pair : selector.matchLabels().entrySet()) {
      parts.add(pair.getKey() + "=" + pair.getValue());
    }
    for (LabelSelector.Expression e : selector.expressions()) {
      String values = " (" + String.join(",", e.values()) + ")";
      switch (e.operator()) {
        case "In" -> parts.add(e.key() + " in" + values);
        case "NotIn" -> parts.add(e.key() + " notin" + values);
        case "DoesNotExist" -> parts.add("!" + e.key());
        default -> parts.add(e.key());
      }
    }
    return String.join(",", parts);
  }
}
