package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.http.security.Tokens;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Issues the tokens of service accounts: the subresource {@code token}. */
final class TokenRequests implements Endpoint {
  private static final long SHORTEST = 600;
  private static final long USUAL = 3600;
  private static final long LONGEST = 1L << 32;

  private final ObjectStore store;
  private final Tokens tokens;
  private final Bodies bodies;

  TokenRequests(ServerParts parts, Bodies bodies) {
    this.store = parts.store();
    this.tokens = parts.security().tokens();
    this.bodies = bodies;
  }

  @Override
  public Answer answer(ApiRequest request) {
    Where where = request.where();
    Stored account =
        store
            .get(where.type(), where.namespace(), where.name())
            .orElseThrow(() -> ApiProblem.notFound(where.type(), where.name()));
    ObjectNode body = bodies.other(request.body(), "authentication.k8s.io/v1", "TokenRequest");
    ObjectNode spec = Json.child(body, "spec");
    List<String> audiences = new ArrayList<>();
    spec.path("audiences").forEach(audience -> audiences.add(audience.asText("")));
    if (audiences.isEmpty()) {
      audiences.add(Tokens.AUDIENCE);
    }
    long seconds = spec.path("expirationSeconds").asLong(USUAL);
    check(seconds);
    spec.put("expirationSeconds", seconds);
    audiences.forEach(spec.putArray("audiences")::add);
    Optional<Stored> bound = bound(spec.path("boundObjectRef"), where.namespace());
    Tokens.Issued issued = tokens.issue(account, audiences, Duration.ofSeconds(seconds), bound);
    ObjectNode answer = Json.object().put("kind", "TokenRequest");
    answer.put("apiVersion", "authentication.k8s.io/v1");
    answer
        .putObject("metadata")
        .put("name", account.name())
        .put("namespace", account.namespace())
        .putNull("creationTimestamp");
    answer.set("spec", spec);
    answer
        .putObject("status")
        .put("token", issued.token())
        .put("expirationTimestamp", issued.expires().truncatedTo(ChronoUnit.SECONDS).toString());
    return Answer.json(201, answer);
  }

  private static void check(long seconds) {
    String rule =
        seconds < SHORTEST
            ? "may not specify a duration less than 10 minutes"
            : seconds > LONGEST ? "may not specify a duration larger than 2^32 seconds" : "";
    if (!rule.isEmpty()) {
      throw ApiProblem.of(
              422,
              "Invalid",
              "TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds:"
                  + " Invalid value: "
                  + seconds
                  + ": "
                  + rule)
          .with(
              List.of(
                  new ApiProblem.Cause(
                      "FieldValueInvalid",
                      "Invalid value: " + seconds + ": " + rule,
                      "spec.expirationSeconds")));
    }
  }

  private Optional<Stored> bound(JsonNode reference, String namespace) {
    if (!reference.isObject()) {
      return Optional.empty();
    }
    String kind = reference.path("kind").asText("");
    ResourceType type =
        switch (kind) {
          case "Pod" -> ResourceTypes.PODS;
          case "Secret" -> ResourceTypes.SECRETS;
          default ->
              throw ApiProblem.badRequest(
                  "cannot bind token for serviceaccount to object type " + kind);
        };
    String name = reference.path("name").asText("");
    Stored object =
        store.get(type, namespace, name).orElseThrow(() -> ApiProblem.notFound(type, name));
    String uid = reference.path("uid").asText("");
    if (!uid.isEmpty() && !uid.equals(object.uid())) {
      throw ApiProblem.conflict(
          type,
          name,
          "the UID in the bound object reference ("
              + uid
              + ") does not match the UID in record. The object might have been deleted and then"
              + " recreated");
    }
    return Optional.of(object);
  }
}
