package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Stored;

/** One ReplicaSet of a Deployment: the pods of one template. */
record Generation(Stored stored, ObjectNode tree) {
  static final String REVISION = "deployment.kubernetes.io/revision";
  static final String HASH = "pod-template-hash";

  String name() {
    return stored.name();
  }

  int wanted() {
    return Tree.number(tree, 1, "spec", "replicas");
  }

  int available() {
    return Tree.number(tree, 0, "status", "availableReplicas");
  }

  int ready() {
    return Tree.number(tree, 0, "status", "readyReplicas");
  }

  int there() {
    return Tree.number(tree, 0, "status", "replicas");
  }

  long revision() {
    String revision = Tree.text(tree, "metadata", "annotations", REVISION);
    return revision.matches("[0-9]{1,18}") ? Long.parseLong(revision) : 0;
  }

  /** Whether its pods are those that the Deployment describes now. */
  boolean bears(ObjectNode deployment) {
    return bare(template(tree)).equals(bare(template(deployment)));
  }

  static JsonNode template(ObjectNode workload) {
    return Tree.at(workload, "spec", "template");
  }

  private static JsonNode bare(JsonNode template) {
    JsonNode copy = template.deepCopy();
    if (copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("creationTimestamp");
      if (metadata.path("labels") instanceof ObjectNode labels) {
        labels.remove(HASH);
      }
    }
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Generation g && g.stored.uid().equals(stored.uid());
  }

  @Override
  public int hashCode() {
    return stored.uid().hashCode();
  }
}
