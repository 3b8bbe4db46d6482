package org.lazaretto.range.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.lazaretto.range.cluster.node.ImageFacts;
import org.lazaretto.range.cluster.node.PodAddresses;
import org.lazaretto.range.cluster.node.Statuses;
import org.lazaretto.range.cluster.object.Conditions;
import org.lazaretto.range.cluster.object.ManagedFields;
import org.lazaretto.range.cluster.object.Names;
import org.lazaretto.range.cluster.object.NodeObjects;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.PodTemplates;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.ResourceTypes;

/** The workloads of a generated cluster, as if they had run for a while. */
final class GeneratedPods {
  private static final String HASH = "pod-template-hash";

  private final ImageFacts image;

  GeneratedPods(ImageFacts image) {
    this.image = image;
  }

  ObjectNode deployment(String namespace, String name, int replicas, Instant now) {
    ObjectNode deployment = Tree.head("apps/v1", "Deployment", namespace, name);
    ObjectNode metadata = Tree.made(deployment, "metadata");
    Tree.made(metadata, "labels").put("app", name);
    Tree.made(metadata, "annotations").put("deployment.kubernetes.io/revision", "1");
    ObjectNode spec = deployment.putObject("spec").put("replicas", replicas);
    Tree.made(spec, "selector", "matchLabels").put("app", name);
    ObjectNode template = spec.putObject("template");
    Tree.made(template, "metadata", "labels").put("app", name).put("team", namespace);
    template.set("spec", podSpec());
    ObjectNode status = counted(deployment.putObject("status"), replicas);
    status.put("updatedReplicas", replicas);
    Conditions.set(
        deployment,
        Conditions.Condition.of(
            "Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability."),
        now);
    Defaults.apply(ResourceTypes.DEPLOYMENTS, deployment);
    return deployment;
  }

  private ObjectNode podSpec() {
    ObjectNode spec = Tree.object();
    ObjectNode container = spec.putArray("containers").addObject().put("name", "service");
    container.put("image", image.reference());
    container.putArray("ports").addObject().put("name", "main").put("containerPort", 8080);
    Tree.made(container, "resources", "requests").put("cpu", "50m").put("memory", "64Mi");
    Tree.made(container, "resources", "limits").put("cpu", "500m").put("memory", "256Mi");
    ObjectNode env = Tree.list(container, "env").addObject().put("name", "POD_NAME");
    Tree.made(env, "valueFrom", "fieldRef").put("fieldPath", "metadata.name");
    Tree.list(container, "env").addObject().put("name", "REGION").put("value", "eu-central-1");
    ObjectNode probe = container.putObject("readinessProbe").put("periodSeconds", 10);
    probe.putObject("httpGet").put("path", "/healthz").put("port", 8080).put("scheme", "HTTP");
    probe.put("failureThreshold", 3).put("successThreshold", 1).put("timeoutSeconds", 1);
    return spec;
  }

  private static ObjectNode counted(ObjectNode status, int replicas) {
    return status
        .put("observedGeneration", 1)
        .put("replicas", replicas)
        .put("readyReplicas", replicas)
        .put("availableReplicas", replicas);
  }

  ObjectNode replicaSet(ObjectNode deployment, int replicas) {
    String hash = Names.hash(Tree.at(deployment, "spec", "template").toString(), 10);
    String name = Tree.text(deployment, "metadata", "name") + "-" + hash;
    ObjectNode replicaSet =
        Tree.head("apps/v1", "ReplicaSet", Tree.text(deployment, "metadata", "namespace"), name);
    ObjectNode metadata = Tree.made(replicaSet, "metadata");
    Tree.made(metadata, "labels")
        .put("app", Tree.text(deployment, "metadata", "name"))
        .put(HASH, hash);
    Tree.made(metadata, "annotations").put("deployment.kubernetes.io/revision", "1");
    metadata.putArray("ownerReferences").add(Owners.controller(deployment));
    ObjectNode spec = replicaSet.putObject("spec").put("replicas", replicas);
    spec.set("selector", Tree.at(deployment, "spec", "selector").deepCopy());
    Tree.made(spec, "selector", "matchLabels").put(HASH, hash);
    spec.set("template", Tree.at(deployment, "spec", "template").deepCopy());
    Tree.made(spec, "template", "metadata", "labels").put(HASH, hash);
    counted(replicaSet.putObject("status"), replicas).put("fullyLabeledReplicas", replicas);
    return replicaSet;
  }

  /** A pod of a ReplicaSet, from which its pods are copied. */
  ObjectNode pod(ObjectNode replicaSet) {
    return PodTemplates.pod(
        Tree.at(replicaSet, "spec", "template"),
        Tree.text(replicaSet, "metadata", "namespace"),
        "copied",
        Owners.controller(replicaSet));
  }

  /** Makes a copy one certain pod that runs. */
  ObjectNode running(
      ObjectNode pod,
      ObjectNode replicaSet,
      int number,
      NodeObjects.Place place,
      int slot,
      Instant now) {
    String set = Tree.text(replicaSet, "metadata", "name");
    String name = set + "-" + Names.hash(set + number, 5);
    ObjectNode metadata = Tree.made(pod, "metadata").put("name", name);
    metadata.put("generateName", set + "-");
    Tree.made(pod, "spec").put("nodeName", place.nodeName());
    Statuses.accepted(pod, place.address(), PodAddresses.block(place.address()) + slot, now);
    Statuses.running(pod, "service", image, Names.sha256(name), now);
    Statuses.ready(pod, "service", now);
    ManagedFields.add(pod, now);
    return pod;
  }
}
