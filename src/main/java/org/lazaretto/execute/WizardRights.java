package org.lazaretto.execute;

import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Wizard;

/** What a wizard's plans may need before it is known which objects they touch. */
final class WizardRights {
  private static final String RBAC = "rbac.authorization.k8s.io";

  private WizardRights() {}

  static List<Permission> of(Wizard wizard) {
    return switch (wizard) {
      case FREEZE -> freeze();
      case CORDON -> List.of(get("", "nodes"), verb("patch", "", "nodes"));
      case EVACUATE -> evacuate();
      case CREDENTIALS -> credentials();
      case DISPOSE -> dispose();
      case ISOLATE -> isolate();
      case RECOVER -> recover();
    };
  }

  /** What is listed and watched; a kind that is denied is a gap, and the rest works. */
  static List<Permission> observe() {
    List<Permission> rights = new ArrayList<>();
    for (ObservedKind kind : ObservedKind.values()) {
      rights.add(list(kind.group(), kind.plural()));
      rights.add(verb("watch", kind.group(), kind.plural()));
    }
    return rights;
  }

  private static List<Permission> freeze() {
    List<Permission> rights = new ArrayList<>();
    rights.add(get("", "pods"));
    rights.add(new Permission("get", "", "pods", "log", ""));
    rights.add(list("", "events"));
    rights.add(get("", "nodes"));
    for (String kind : List.of("replicasets", "deployments", "statefulsets", "daemonsets")) {
      rights.add(get("apps", kind));
    }
    rights.add(get("batch", "jobs"));
    rights.add(get("", "services"));
    rights.add(list("discovery.k8s.io", "endpointslices"));
    rights.add(list("networking.k8s.io", "networkpolicies"));
    rights.add(list("policy", "poddisruptionbudgets"));
    rights.add(get("", "serviceaccounts"));
    for (String kind : List.of("roles", "rolebindings", "clusterroles", "clusterrolebindings")) {
      rights.add(list(RBAC, kind));
    }
    return rights;
  }

  private static List<Permission> evacuate() {
    return List.of(
        new Permission("create", "", "pods", "eviction", ""),
        get("", "pods"),
        list("", "pods"),
        get("apps", "deployments"),
        get("apps", "statefulsets"),
        get("apps", "replicasets"),
        verb("patch", "apps", "deployments"),
        verb("patch", "apps", "statefulsets"),
        verb("patch", "", "pods"),
        verb("patch", "", "nodes"));
  }

  private static List<Permission> isolate() {
    return List.of(
        get("", "pods"),
        verb("create", "networking.k8s.io", "networkpolicies"),
        get("networking.k8s.io", "networkpolicies"),
        verb("patch", "networking.k8s.io", "networkpolicies"),
        verb("patch", "", "pods"),
        get("", "services"),
        verb("patch", "", "services"),
        list("discovery.k8s.io", "endpointslices"),
        verb("create", "", "pods"),
        verb("delete", "", "pods"),
        new Permission("create", "", "pods", "exec", ""),
        new Permission("get", "", "pods", "exec", ""));
  }

  private static List<Permission> credentials() {
    return List.of(
        get("", "pods"),
        list(RBAC, "rolebindings"),
        list(RBAC, "clusterrolebindings"),
        list("", "secrets"),
        verb("patch", RBAC, "rolebindings"),
        verb("patch", RBAC, "clusterrolebindings"),
        verb("delete", "", "secrets"));
  }

  private static List<Permission> dispose() {
    return List.of(
        get("", "pods"),
        verb("delete", "", "pods"),
        verb("delete", "apps", "deployments"),
        verb("delete", "apps", "replicasets"),
        verb("delete", "apps", "statefulsets"),
        verb("delete", "apps", "daemonsets"),
        verb("delete", "batch", "jobs"),
        verb("patch", "apps", "deployments"),
        verb("patch", "apps", "replicasets"),
        verb("patch", "apps", "statefulsets"),
        new Permission("create", "", "pods", "exec", ""),
        new Permission("get", "", "pods", "exec", ""));
  }

  private static List<Permission> recover() {
    return List.of(
        get("", "nodes"),
        verb("patch", "", "nodes"),
        get("", "pods"),
        verb("patch", "", "pods"),
        verb("delete", "", "pods"),
        get("", "services"),
        verb("patch", "", "services"),
        get("networking.k8s.io", "networkpolicies"),
        verb("patch", "networking.k8s.io", "networkpolicies"),
        verb("delete", "networking.k8s.io", "networkpolicies"),
        get("apps", "deployments"),
        verb("patch", "apps", "deployments"),
        get("apps", "replicasets"),
        verb("patch", "apps", "replicasets"),
        get("apps", "statefulsets"),
        verb("patch", "apps", "statefulsets"),
        get(RBAC, "rolebindings"),
        verb("patch", RBAC, "rolebindings"),
        get(RBAC, "clusterrolebindings"),
        verb("patch", RBAC, "clusterrolebindings"));
  }

  private static Permission get(String group, String resource) {
    return verb("get", group, resource);
  }

  private static Permission list(String group, String resource) {
    return verb("list", group, resource);
  }

  private static Permission verb(String verb, String group, String resource) {
    return new Permission(verb, group, resource, "", "");
  }
}
