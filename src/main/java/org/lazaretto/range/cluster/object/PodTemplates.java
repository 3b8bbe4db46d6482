package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ResourceTypes;

/** Pods from templates, and the defaults that an API server fills in. */
public final class PodTemplates {
  private PodTemplates() {}

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
    Defaults.apply(ResourceTypes.PODS, pod);
    if (!spec.has("serviceAccountName")) {
      spec.put("serviceAccountName", "default");
    }
    spec.put("serviceAccount", Tree.text(spec, "serviceAccountName"));
    if (!spec.has("priority")) {
      spec.put("priority", 0).put("preemptionPolicy", "PreemptLowerPriority");
    }
    tolerateForAWhile(Tree.list(spec, "tolerations"));
    mountToken(spec, Names.hash(pod.path("metadata").toString(), 5));
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
}
