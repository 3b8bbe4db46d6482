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
  private final Revisions revisions;

  NumberedPods(ObjectStore store, PodControl control, Revisions revisions) {
    this.store = store;
    this.revisions = revisions;
    this.control = control;
  }

  /** The pod of a number, as a revision of the set describes it. */
  void create(ObjectNode described, int number, String revision) {
    ObjectNode set = described.deepCopy();
    String namespace = Tree.text(set, "metadata", "namespace");
    revisions
        .template(namespace, revision)
        .ifPresent(t -> Tree.made(set, "spec").set("template", t));
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
    String of = " in StatefulSet " + Tree.text(set, "metadata", "name") + " successful";
    control.create(set, pod, "create Pod " + name + of);
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
