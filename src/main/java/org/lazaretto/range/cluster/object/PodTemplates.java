package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pods from templates, and the defaults that an API server fills in. */
public final class PodTemplates {
  private PodTemplates() {}

  /** Fills in what the API server would default in a pod specification. */
  public static void applyDefaults(ObjectNode spec) {
    missing(spec, "restartPolicy", "Always");
    missing(spec, "dnsPolicy", "ClusterFirst");
    missing(spec, "schedulerName", "default-scheduler");
    if (!spec.has("terminationGracePeriodSeconds")) {
      spec.put("terminationGracePeriodSeconds", 30);
    }
    Tree.made(spec, "securityContext");
    for (String list : new String[] {"initContainers", "containers"}) {
      for (JsonNode container : spec.path(list)) {
        if (container instanceof ObjectNode one) {
          containerDefaults(one);
        }
      }
    }
  }

  private static void containerDefaults(ObjectNode container) {
    String image = Tree.text(container, "image");
    missing(container, "imagePullPolicy", isMutable(image) ? "Always" : "IfNotPresent");
    missing(container, "terminationMessagePath", "/dev/termination-log");
    missing(container, "terminationMessagePolicy", "File");
    Tree.made(container, "resources");
    for (JsonNode port : container.path("ports")) {
      if (port instanceof ObjectNode one) {
        missing(one, "protocol", "TCP");
      }
    }
  }

  /**
   * Whether an image is named by {@code :latest} or by no tag at all, so that it is pulled at each
   * start.
   */
  public static boolean isMutable(String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    return !last.contains("@") && (!last.contains(":") || last.endsWith(":latest"));
  }

  private static void missing(ObjectNode node, String field, String text) {
    if (!node.has(field)) {
      node.put(field, text);
    }
  }

  /**
   * A pod as a controller posts it, admitted: template, owner, service account, token volume,
   * tolerations.
   *
   * @param template a pod template: metadata and spec
   * @param owner the owning controller's reference
   */
  public static ObjectNode pod(JsonNode template, String namespace, String name, ObjectNode owner) {
    ObjectNode pod = Tree.head("v1", "Pod", namespace, name);
    ObjectNode metadata = Tree.made(pod, "metadata");
    for (String field : new String[] {"labels", "annotations"}) {
      if (template.path("metadata").path(field).isObject()) {
        metadata.set(field, template.path("metadata").path(field).deepCopy());
      }
    }
    metadata.putArray("ownerReferences").add(owner);
    pod.set("spec", template.path("spec").deepCopy());
    admit(pod);
    return pod;
  }

  /** Completes a pod as the admission of a real server does; what is there already stays. */
  public static void admit(ObjectNode pod) {
    ObjectNode spec = Tree.made(pod, "spec");
    applyDefaults(spec);
    if (!spec.has("serviceAccountName")) {
      spec.put("serviceAccountName", "default");
    }
    spec.put("serviceAccount", Tree.text(spec, "serviceAccountName"));
    if (!spec.has("enableServiceLinks")) {
      spec.put("enableServiceLinks", true).put("preemptionPolicy", "PreemptLowerPriority");
    }
    if (!spec.has("priority")) {
      spec.put("priority", 0);
    }
    tolerateForAWhile(Tree.list(spec, "tolerations"));
    mountToken(spec, Names.hash(pod.path("metadata").toString(), 5));
    ObjectNode status = Tree.made(pod, "status");
    missing(status, "phase", "Pending");
    missing(status, "qosClass", qualityOfService(spec));
  }

  private static void tolerateForAWhile(ArrayNode tolerations) {
    for (String key : new String[] {"not-ready", "unreachable"}) {
      String full = "node.kubernetes.io/" + key;
      if (Tree.first(tolerations, t -> toleratesNoExecute(t, full)).isEmpty()) {
        tolerations
            .addObject()
            .put("key", full)
            .put("operator", "Exists")
            .put("effect", "NoExecute")
            .put("tolerationSeconds", 300);
      }
    }
  }

  private static boolean toleratesNoExecute(JsonNode toleration, String key) {
    String effect = Tree.text(toleration, "effect");
    String its = Tree.text(toleration, "key");
    return (its.equals(key) || its.isEmpty()) && (effect.isEmpty() || effect.equals("NoExecute"));
  }

  private static void mountToken(ObjectNode spec, String suffix) {
    boolean wanted = spec.path("automountServiceAccountToken").asBoolean(true);
    ArrayNode volumes = Tree.list(spec, "volumes");
    boolean there =
        Tree.first(volumes, v -> Tree.text(v, "name").startsWith("kube-api-access-")).isPresent();
    if (!wanted || there) {
      return;
    }
    String name = "kube-api-access-" + suffix;
    volumes.add(tokenVolume(name));
    for (String list : new String[] {"initContainers", "containers"}) {
      for (JsonNode container : spec.path(list)) {
        Tree.list((ObjectNode) container, "volumeMounts")
            .addObject()
            .put("name", name)
            .put("readOnly", true)
            .put("mountPath", "/var/run/secrets/kubernetes.io/serviceaccount");
      }
    }
  }

  private static ObjectNode tokenVolume(String name) {
    ObjectNode volume = Tree.object().put("name", name);
    ObjectNode projected = volume.putObject("projected").put("defaultMode", 420);
    ArrayNode sources = projected.putArray("sources");
    sources
        .addObject()
        .putObject("serviceAccountToken")
        .put("expirationSeconds", 3607)
        .put("path", "token");
    ObjectNode root = sources.addObject().putObject("configMap").put("name", "kube-root-ca.crt");
    root.putArray("items").addObject().put("key", "ca.crt").put("path", "ca.crt");
    ObjectNode field = sources.addObject().putObject("downwardAPI").putArray("items").addObject();
    field.put("path", "namespace");
    field.putObject("fieldRef").put("apiVersion", "v1").put("fieldPath", "metadata.namespace");
    return volume;
  }

  /** The quality of service class that follows from the requests and limits. */
  static String qualityOfService(JsonNode spec) {
    boolean any = false;
    boolean all = true;
    for (JsonNode container : spec.path("containers")) {
      JsonNode requests = Tree.at(container, "resources", "requests");
      JsonNode limits = Tree.at(container, "resources", "limits");
      any |= !requests.isEmpty() || !limits.isEmpty();
      all &= limits.size() >= 2 && (requests.isEmpty() || requests.equals(limits));
    }
    return !any ? "BestEffort" : all ? "Guaranteed" : "Burstable";
  }
}
