package org.lazaretto.model;

/** The kinds that are listed and watched, with the words of their REST paths. */
public enum ObservedKind {
  NODE("", "v1", "nodes", "Node", false),
  NAMESPACE("", "v1", "namespaces", "Namespace", false),
  POD("", "v1", "pods", "Pod", true),
  SERVICE("", "v1", "services", "Service", true),
  ENDPOINT_SLICE("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", true),
  DEPLOYMENT("apps", "v1", "deployments", "Deployment", true),
  REPLICA_SET("apps", "v1", "replicasets", "ReplicaSet", true),
  STATEFUL_SET("apps", "v1", "statefulsets", "StatefulSet", true),
  DAEMON_SET("apps", "v1", "daemonsets", "DaemonSet", true),
  JOB("batch", "v1", "jobs", "Job", true),
  POD_DISRUPTION_BUDGET("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget", true),
  NETWORK_POLICY("networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", true),
  PERSISTENT_VOLUME_CLAIM("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", true),
  HORIZONTAL_POD_AUTOSCALER(
      "autoscaling", "v2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", true),
  MUTATING_WEBHOOKS(
      "admissionregistration.k8s.io",
      "v1",
      "mutatingwebhookconfigurations",
      "MutatingWebhookConfiguration",
      false),
  VALIDATING_WEBHOOKS(
      "admissionregistration.k8s.io",
      "v1",
      "validatingwebhookconfigurations",
      "ValidatingWebhookConfiguration",
      false);

  private final String group;
  private final String version;
  private final String plural;
  private final String kind;
  private final boolean namespaced;

  ObservedKind(String group, String version, String plural, String kind, boolean namespaced) {
    this.group = group;
    this.version = version;
    this.plural = plural;
    this.kind = kind;
    this.namespaced = namespaced;
  }

  /** The API group, empty for the core group. */
  public String group() {
    return group;
  }

  /** The resource's plural, as in paths and RBAC rules. */
  public String plural() {
    return plural;
  }

  /** The kind's name as objects carry it. */
  public String kind() {
    return kind;
  }

  /** Whether its objects live in a namespace. */
  public boolean namespaced() {
    return namespaced;
  }

  /** {@code v1} or {@code group/version}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The path of all objects of this kind, across namespaces. */
  public String listPath() {
    return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion() + "/" + plural;
  }

  /** The path of one object of this kind. */
  public String path(String namespace, String name) {
    String root = (group.isEmpty() ? "/api/" : "/apis/") + apiVersion();
    return namespaced
        ? root + "/namespaces/" + namespace + "/" + plural + "/" + name
        : root + "/" + plural + "/" + name;
  }

  /** A reference to an object of this kind. */
  public ObjectRef ref(String namespace, String name, String uid) {
    return new ObjectRef(apiVersion(), kind, namespace, name, uid);
  }
}
