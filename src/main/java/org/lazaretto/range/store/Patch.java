package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** A change that a client wrote down. Applying it does not change the tree it is applied to. */
@FunctionalInterface
public interface Patch {
  /**
   * The object with the change.
   *
   * @throws ApiProblem 400 or 422 if it does not fit the object
   */
  ObjectNode apply(ObjectNode object);

  /**
   * Reads a patch.
   *
   * @param contentType as in {@code application/merge-patch+json}, without parameters
   * @param body what the client sent
   * @param type the kind it is for: strategic patches merge lists by it
   * @return empty if there is no such kind of patch here
   * @throws ApiProblem 400 if the body cannot be read
   */
  static Optional<Patch> read(String contentType, byte[] body, ResourceType type) {
    return switch (contentType) {
      case "application/json-patch+json" -> Optional.of(new OperationsPatch(operations(body)));
      case "application/merge-patch+json" -> Optional.of(new MergePatch(object(body)));
      case "application/strategic-merge-patch+json" ->
          Optional.of(new StrategicPatch(object(body), type));
      default -> Optional.empty();
    };
  }

  private static ArrayNode operations(byte[] body) {
    if (tree(body) instanceof ArrayNode operations) {
      return operations;
    }
    throw ApiProblem.badRequest(
        "error decoding patch: json: cannot unmarshal object into Go value of type"
            + " jsonpatch.Patch");
  }

  private static ObjectNode object(byte[] body) {
    if (tree(body) instanceof ObjectNode object) {
      return object;
    }
    throw ApiProblem.badRequest(
        "error decoding patch: json: cannot unmarshal into Go value of type"
            + " map[string]interface {}");
  }

  private static JsonNode tree(byte[] body) {
    try {
      return Json.parse(body);
    } catch (IOException broken) {
      throw ApiProblem.badRequest(
          "error decoding patch: "
              + Optional.ofNullable(broken.getMessage())
                  .orElse("unreadable")
                  .lines()
                  .findFirst()
                  .orElse(""));
    }
  }
}
