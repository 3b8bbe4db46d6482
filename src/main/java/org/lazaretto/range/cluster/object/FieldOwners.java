package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.lazaretto.range.http.fields.Manager;
import org.lazaretto.range.http.fields.Ownership;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.http.shape.Shapes;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/**
 * Keeps {@code managedFields} for what the cluster's own components write: under the component's
 * name, the status through its subresource. What admission adds to a pod and a binding to a node
 * are nobody's, as on a real server.
 */
public final class FieldOwners {
  private static final String ACCESS = "kube-api-access-";
  private static final List<String> ADMITTED =
      List.of(
          "tolerations",
          "serviceAccount",
          "serviceAccountName",
          "priority",
          "preemptionPolicy",
          "nodeName");

  private final Shapes shapes = Shapes.load();
  private final InstantSource clock;

  /** Keeps them with this time. */
  public FieldOwners(InstantSource clock) {
    this.clock = clock;
  }

  /** A store as a component writes to it, named as in {@code kubelet}. */
  public ObjectStore writtenBy(String manager, ObjectStore store) {
    return store.notedBy((type, before, after) -> note(manager, type, before, after));
  }

  private void note(String manager, ResourceType type, ObjectNode before, ObjectNode after) {
    boolean binds = !isBound(before) && isBound(after) && !before.isEmpty();
    if (type.equals(ResourceTypes.EVENTS) || (type.equals(ResourceTypes.PODS) && binds)) {
      return;
    }
    shapes
        .ofKind(type.apiVersion(), type.kind())
        .ifPresent(
            shape -> note(new Writing(manager, type, shape, clock.instant()), before, after));
  }

  private static boolean isBound(JsonNode pod) {
    return !Tree.text(pod, "spec", "nodeName").isEmpty();
  }

  private record Writing(String manager, ResourceType type, Struct shape, Instant at) {
    Manager through(String subresource) {
      return new Manager(manager, false, type.apiVersion(), subresource);
    }
  }

  private static void note(Writing by, ObjectNode before, ObjectNode after) {
    if (!by.type().subresources().contains("status")) {
      Ownership.changed(before, after, by.shape(), by.through(""), by.at());
      return;
    }
    boolean bornPod = before.isEmpty() && by.type().equals(ResourceTypes.PODS);
    ObjectNode own = bornPod ? beforeAdmission(after) : after.deepCopy();
    put(own, "status", before.path("status"));
    Ownership.changed(before, own, by.shape(), by.through(""), by.at());
    put(Tree.made(after, "metadata"), "managedFields", own.at("/metadata/managedFields"));
    if (before.isEmpty() && !by.type().equals(ResourceTypes.NODES)) {
      return; // A server begins the status of what is new by itself.
    }
    ObjectNode rest = after.deepCopy();
    put(rest, "status", before.path("status"));
    Ownership.changed(rest, after, by.shape(), by.through("status"), by.at());
  }

  private static void put(ObjectNode object, String field, JsonNode value) {
    if (value.isMissingNode()) {
      object.remove(field);
    } else {
      object.set(field, value);
    }
  }

  /** A pod as it was sent; tolerations and accounts that the sender stated are taken for added. */
  private static ObjectNode beforeAdmission(ObjectNode pod) {
    ObjectNode sent = pod.deepCopy();
    ObjectNode spec = Tree.made(sent, "spec");
    spec.remove(ADMITTED);
    Tree.drop(Tree.at(spec, "volumes"), v -> Tree.text(v, "name").startsWith(ACCESS));
    for (String list : List.of("containers", "initContainers")) {
      for (JsonNode container : spec.path(list)) {
        Tree.drop(container.path("volumeMounts"), m -> Tree.text(m, "name").startsWith(ACCESS));
        if (container.path("volumeMounts").isEmpty()) {
          ((ObjectNode) container).remove("volumeMounts");
        }
      }
    }
    if (spec.path("volumes").isEmpty()) {
      spec.remove("volumes");
    }
    return sent;
  }
}
