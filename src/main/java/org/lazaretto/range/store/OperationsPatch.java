package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;

/** A list of operations, RFC 6902. All of them apply or none. */
record OperationsPatch(ArrayNode operations) implements Patch {
  private static final int MOST = 10_000;

  @Override
  public ObjectNode apply(ObjectNode object) {
    if (operations.size() > MOST) {
      throw ApiProblem.of(
          413,
          "RequestEntityTooLarge",
          "The allowed maximum operations in a JSON patch is "
              + MOST
              + ", got "
              + operations.size());
    }
    try {
      JsonNode changed = JsonPatch.apply(operations, object.deepCopy());
      if (changed instanceof ObjectNode whole) {
        return whole;
      }
    } catch (JsonPatchException refused) {
      throw unfit();
    }
    throw unfit();
  }

  private static ApiProblem unfit() {
    return ApiProblem.of(
        422, "Invalid", "the server rejected our request due to an error in our request");
  }
}
