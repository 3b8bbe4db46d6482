package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectKey;

/**
 * Where the next page of a list begins.
 *
 * @param revision the one that all pages show
 * @param last the last object that was shown
 * @param shown how many were
 */
record ContinueToken(long revision, ObjectKey last, long shown) {
  String text() {
    ObjectNode token = Json.object().put("v", "meta.k8s.io/v1").put("rv", revision);
    token.put("ns", last.namespace()).put("start", last.name()).put("shown", shown);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
  }

  static ContinueToken read(String text) {
    try {
      JsonNode token = Json.parse(Base64.getUrlDecoder().decode(text));
      if (token.path("rv").isIntegralNumber() && token.path("start").isTextual()) {
        ObjectKey last = new ObjectKey(token.path("ns").asText(""), token.path("start").asText(""));
        return new ContinueToken(token.path("rv").asLong(), last, token.path("shown").asLong());
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw unusable();
    }
    throw unusable();
  }

  private static ApiProblem unusable() {
    return ApiProblem.badRequest("continue key is not valid: it was not given by this server");
  }
}
