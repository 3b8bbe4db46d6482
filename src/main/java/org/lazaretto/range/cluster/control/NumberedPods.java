package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;

/** Makes the pods of a StatefulSet, with their lasting names and claims. */
final class NumberedPods {
  private final ObjectStore store;
  private final PodControl control;

  NumberedPods(ObjectStore store, PodControl control) {
    this.store = store;
    this.control = control;
  }

  void create(ObjectNode set, int number, String revision) {
    String namespace = Tree.text(set, "metadata", "namespace");
    String name = Tree.text(set, "metadata", "name") + "-" + number;
    if (store.get(ResourceTypes.PODS, namespace, name).isPresent()) {
      return;
    }
    ObjectNode pod = control.prepared(set, name);
    Tree.made(pod, "metadata", "labels")
        .put(Revisions.HASH, revision)
        .put("statefulset.kubernetes.io/pod-name", name)
        .put("apps.kubernetes.io/pod-index", String.valueOf(number));
    ObjectNode spec = Tree.made(pod, "spec").put("hostname", name);
    spec.put("subdomain", Tree.text(set, "spec", "serviceName"));
    for (JsonNode template : Tree.at(set, "spec", "volumeClaimTemplates")) {
      claim(template, namespace, name, spec);
    }
    control.create(set, pod);
  }

  private void claim(JsonNode template, String namespace, String pod, ObjectNode spec) {
    String volume = Tree.text(template, "metadata", "name");
    String name = volume + "-" + pod;
    if (store.get(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, namespace, name).isEmpty()) {
      ObjectNode claim = Tree.head("v1", "PersistentVolumeClaim", namespace, name);
      claim.set("spec", template.path("spec").deepCopy());
      claim.putObject("status").put("phase", "Pending");
      store.create(ResourceTypes.PERSISTENT_VOLUME_CLAIMS, claim);
    }
    Tree.drop(spec.path("volumes"), v -> Tree.text(v, "name").equals(volume));
    ObjectNode mounted = Tree.list(spec, "volumes").addObject().put("name", volume);
    mounted.putObject("persistentVolumeClaim").put("claimName", name);
  }
}
