package org.lazaretto.range.cluster.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Owner references. */
public final class Owners {
  private Owners() {}

  /** A controlling reference to an object that has its uid. */
  public static ObjectNode controller(JsonNode owner) {
    ObjectNode reference = Tree.object();
    reference.put("apiVersion", Tree.text(owner, "apiVersion"));
    reference.put("kind", Tree.text(owner, "kind"));
    reference.put("name", Tree.text(owner, "metadata", "name"));
    reference.put("uid", Tree.text(owner, "metadata", "uid"));
    return reference.put("controller", true).put("blockOwnerDeletion", true);
  }

  /** The reference to the object's controller, if it has one. */
  public static Optional<ObjectNode> controllerOf(JsonNode object) {
    return Tree.first(
        Tree.at(object, "metadata", "ownerReferences"), r -> r.path("controller").asBoolean());
  }
}
