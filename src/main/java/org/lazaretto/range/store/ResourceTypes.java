package org.lazaretto.range.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one table of what the practice cluster serves. A further kind is a further row. */
public final class ResourceTypes {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ADMISSION = "admissionregistration.k8s.io";

  public static final ResourceType NAMESPACES =
      core("Namespace", "namespaces", "ns", "status finalize");
  public static final ResourceType NODES = core("Node", "nodes", "no", "status proxy");
  public static final ResourceType PERSISTENT_VOLUMES =
      core("PersistentVolume", "persistentvolumes", "pv", "status");
  public static final ResourceType PODS =
      in(
          "",
          "v1",
          "Pod",
          "pods",
          "po",
          "all",
          "status log eviction exec attach ephemeralcontainers");
  public static final ResourceType SERVICES =
      in("", "v1", "Service", "services", "svc", "all", "status");
  public static final ResourceType ENDPOINTS = in("", "v1", "Endpoints", "endpoints", "ep", "", "");
  public static final ResourceType EVENTS = in("", "v1", "Event", "events", "ev", "", "");
  public static final ResourceType SERVICE_ACCOUNTS =
      in("", "v1", "ServiceAccount", "serviceaccounts", "sa", "", "token");
  public static final ResourceType SECRETS = in("", "v1", "Secret", "secrets", "", "", "");
  public static final ResourceType CONFIG_MAPS =
      in("", "v1", "ConfigMap", "configmaps", "cm", "", "");
  public static final ResourceType PERSISTENT_VOLUME_CLAIMS =
      in("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", "pvc", "", "status");
  public static final ResourceType DEPLOYMENTS =
      in("apps", "v1", "Deployment", "deployments", "deploy", "all", "status scale");
  public static final ResourceType REPLICA_SETS =
      in("apps", "v1", "ReplicaSet", "replicasets", "rs", "all", "status scale");
  public static final ResourceType STATEFUL_SETS =
      in("apps", "v1", "StatefulSet", "statefulsets", "sts", "all", "status scale");
  public static final ResourceType DAEMON_SETS =
      in("apps", "v1", "DaemonSet", "daemonsets", "ds", "all", "status");
  public static final ResourceType CONTROLLER_REVISIONS =
      in("apps", "v1", "ControllerRevision", "controllerrevisions", "", "", "");
  public static final ResourceType JOBS = in("batch", "v1", "Job", "jobs", "", "all", "status");
  public static final ResourceType CRON_JOBS =
      in("batch", "v1", "CronJob", "cronjobs", "cj", "all", "status");
  public static final ResourceType POD_DISRUPTION_BUDGETS =
      in("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", "pdb", "", "status");
  public static final ResourceType ENDPOINT_SLICES =
      in("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", "", "", "");
  public static final ResourceType NETWORK_POLICIES =
      in("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", "netpol", "", "");
  public static final ResourceType ROLES = in(RBAC, "v1", "Role", "roles", "", "", "");
  public static final ResourceType ROLE_BINDINGS =
      in(RBAC, "v1", "RoleBinding", "rolebindings", "", "", "");
  public static final ResourceType CLUSTER_ROLES =
      wide(RBAC, "ClusterRole", "clusterroles", "", "");
  public static final ResourceType CLUSTER_ROLE_BINDINGS =
      wide(RBAC, "ClusterRoleBinding", "clusterrolebindings", "", "");
  public static final ResourceType LEASES =
      in("coordination.k8s.io", "v1", "Lease", "leases", "", "", "");
  public static final ResourceType RESOURCE_QUOTAS =
      in("", "v1", "ResourceQuota", "resourcequotas", "quota", "", "status");
  public static final ResourceType LIMIT_RANGES =
      in("", "v1", "LimitRange", "limitranges", "limits", "", "");
  public static final ResourceType AUTOSCALERS =
      in(
          "autoscaling",
          "v2",
          "HorizontalPodAutoscaler",
          "horizontalpodautoscalers",
          "hpa",
          "all",
          "status");

  /** Another way to say what {@link #AUTOSCALERS} holds; nothing is stored under it. */
  public static final ResourceType OLD_AUTOSCALERS =
      in(
          "autoscaling",
          "v1",
          "HorizontalPodAutoscaler",
          "horizontalpodautoscalers",
          "hpa",
          "all",
          "status");

  public static final ResourceType INGRESSES =
      in("networking.k8s.io", "v1", "Ingress", "ingresses", "ing", "", "status");
  public static final ResourceType SIGNING_REQUESTS =
      wide(
          "certificates.k8s.io",
          "CertificateSigningRequest",
          "certificatesigningrequests",
          "csr",
          "status approval");
  public static final ResourceType VALIDATING_WEBHOOKS =
      wide(ADMISSION, "ValidatingWebhookConfiguration", "validatingwebhookconfigurations", "", "");
  public static final ResourceType MUTATING_WEBHOOKS =
      wide(ADMISSION, "MutatingWebhookConfiguration", "mutatingwebhookconfigurations", "", "");
  public static final ResourceType CUSTOM_RESOURCE_DEFINITIONS =
      wide(
          "apiextensions.k8s.io",
          "CustomResourceDefinition",
          "customresourcedefinitions",
          "crd crds",
          "status");
  public static final ResourceType STORAGE_CLASSES =
      wide("storage.k8s.io", "StorageClass", "storageclasses", "sc", "");
  public static final ResourceType PRIORITY_CLASSES =
      wide("scheduling.k8s.io", "PriorityClass", "priorityclasses", "pc", "");

  private static final List<ResourceType> ALL =
      List.of(
          NAMESPACES,
          NODES,
          PERSISTENT_VOLUMES,
          PODS,
          SERVICES,
          ENDPOINTS,
          EVENTS,
          SERVICE_ACCOUNTS,
          SECRETS,
          CONFIG_MAPS,
          PERSISTENT_VOLUME_CLAIMS,
          DEPLOYMENTS,
          REPLICA_SETS,
          STATEFUL_SETS,
          DAEMON_SETS,
          CONTROLLER_REVISIONS,
          JOBS,
          CRON_JOBS,
          POD_DISRUPTION_BUDGETS,
          ENDPOINT_SLICES,
          NETWORK_POLICIES,
          ROLES,
          ROLE_BINDINGS,
          CLUSTER_ROLES,
          CLUSTER_ROLE_BINDINGS,
          LEASES,
          RESOURCE_QUOTAS,
          LIMIT_RANGES,
          AUTOSCALERS,
          INGRESSES,
          SIGNING_REQUESTS,
          VALIDATING_WEBHOOKS,
          MUTATING_WEBHOOKS,
          CUSTOM_RESOURCE_DEFINITIONS,
          STORAGE_CLASSES,
          PRIORITY_CLASSES);

  private ResourceTypes() {}

  private static ResourceType core(String kind, String plural, String shorts, String subs) {
    return wide("", kind, plural, shorts, subs);
  }

  private static ResourceType wide(
      String group, String kind, String plural, String shorts, String subs) {
    return new ResourceType(group, "v1", names(kind, plural, shorts, ""), false, words(subs));
  }

  private static ResourceType in(
      String group,
      String version,
      String kind,
      String plural,
      String shorts,
      String categories,
      String subs) {
    return new ResourceType(
        group, version, names(kind, plural, shorts, categories), true, words(subs));
  }

  private static ResourceType.Names names(
      String kind, String plural, String shorts, String categories) {
    return new ResourceType.Names(
        kind,
        plural,
        kind.toLowerCase(java.util.Locale.ROOT),
        List.copyOf(words(shorts)),
        List.copyOf(words(categories)));
  }

  private static Set<String> words(String line) {
    return line.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(line.split(" ", -1)));
  }

  /** Every row, in the order of the table. */
  public static List<ResourceType> all() {
    return ALL;
  }

  /**
   * The row for a path.
   *
   * @param group empty for the core group
   * @param version as in {@code v1}
   * @param plural as in {@code pods}
   */
  public static Optional<ResourceType> find(String group, String version, String plural) {
    return ALL.stream()
        .filter(t -> t.group().equals(group) && t.version().equals(version))
        .filter(t -> t.plural().equals(plural))
        .findFirst();
  }

  /**
   * The row for an object.
   *
   * @param apiVersion as in {@code apps/v1}
   * @param kind as in {@code Deployment}
   */
  public static Optional<ResourceType> ofKind(String apiVersion, String kind) {
    return ALL.stream()
        .filter(t -> t.apiVersion().equals(apiVersion) && t.kind().equals(kind))
        .findFirst();
  }
}
