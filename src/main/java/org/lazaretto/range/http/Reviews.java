package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lazaretto.range.http.security.Access;
import org.lazaretto.range.http.security.Authorizer;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.http.security.PolicyRule;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;

/** Tells clients who they are and what they or others may do, by the rules that are enforced. */
final class Reviews {
  private final Security security;
  private final Bodies bodies;

  Reviews(Security security, Bodies bodies) {
    this.security = security;
    this.bodies = bodies;
  }

  private static ObjectNode review(ApiRequest request, JsonNode body) {
    ResourceType type = request.type();
    ObjectNode review = Json.object().put("kind", type.kind());
    review.put("apiVersion", type.apiVersion());
    review.putObject("metadata").putNull("creationTimestamp");
    JsonNode spec = body.path("spec");
    review.set("spec", spec.isObject() ? spec : Json.object());
    return review;
  }

  private ObjectNode body(ApiRequest request) {
    return bodies.other(request.body(), request.type().apiVersion(), request.type().kind());
  }

  Answer whoAmI(ApiRequest request) {
    ObjectNode review = review(request, body(request));
    review.remove("spec");
    userInfo(review.putObject("status").putObject("userInfo"), request.who());
    return Answer.json(201, review);
  }

  private static void userInfo(ObjectNode user, Identity who) {
    user.put("username", who.user());
    who.groups().forEach(user.putArray("groups")::add);
    if (!who.extra().isEmpty()) {
      ObjectNode extra = user.putObject("extra");
      new TreeMap<>(who.extra()).forEach((key, values) -> words(extra, key, values));
    }
  }

  Answer token(ApiRequest request) {
    ObjectNode body = body(request);
    ObjectNode review = review(request, body);
    Optional<Identity> who =
        security.credentials().ofToken(body.path("spec").path("token").asText(""));
    ObjectNode status = review.putObject("status").put("authenticated", who.isPresent());
    who.ifPresent(identity -> userInfo(status.putObject("user"), identity));
    if (who.isEmpty()) {
      status.putObject("user");
      status.put("error", "invalid bearer token");
    }
    return Answer.json(201, review);
  }

  Answer mayI(ApiRequest request) {
    ObjectNode body = body(request);
    return decided(review(request, body), request.who(), access(request, body.path("spec")));
  }

  Answer maySomebody(ApiRequest request) {
    ObjectNode body = body(request);
    JsonNode spec = body.path("spec");
    String user = spec.path("user").asText("");
    List<String> groups = new ArrayList<>();
    spec.path("groups").forEach(group -> groups.add(group.asText("")));
    if (user.isEmpty() && groups.isEmpty()) {
      String words = "Invalid value: \"\": at least one of user or group must be specified";
      throw ApiProblem.invalid(
          request.type(),
          "",
          List.of(new ApiProblem.Cause("FieldValueInvalid", words, "spec.user")));
    }
    Identity somebody = new Identity(user, groups);
    return decided(review(request, body), somebody, access(request, spec));
  }

  private Answer decided(ObjectNode review, Identity who, Access what) {
    Authorizer.Decision decision = security.authorizer().decide(who, what);
    ObjectNode status = review.putObject("status").put("allowed", decision.allowed());
    if (!decision.reason().isEmpty()) {
      status.put("reason", decision.reason());
    }
    return Answer.json(201, review);
  }

  private static Access access(ApiRequest request, JsonNode spec) {
    JsonNode path = spec.path("nonResourceAttributes");
    JsonNode resource = spec.path("resourceAttributes");
    if (path.isObject() == resource.isObject()) {
      String words =
          "Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be"
              + " specified";
      throw ApiProblem.invalid(
          request.type(),
          "",
          List.of(new ApiProblem.Cause("FieldValueInvalid", words, "spec.resourceAttributes")));
    }
    if (path.isObject()) {
      return Access.toPath(path.path("verb").asText(""), path.path("path").asText(""));
    }
    return new Access(
        resource.path("verb").asText(""),
        resource.path("group").asText(""),
        resource.path("resource").asText(""),
        resource.path("subresource").asText(""),
        resource.path("namespace").asText(""),
        resource.path("name").asText(""),
        "");
  }

  Answer whatMayI(ApiRequest request) {
    ObjectNode body = body(request);
    String namespace = body.path("spec").path("namespace").asText("");
    if (namespace.isEmpty()) {
      throw ApiProblem.badRequest("no namespace on request");
    }
    ObjectNode review = review(request, body);
    review.putObject("spec");
    ObjectNode status = review.putObject("status");
    status.put("incomplete", !security.authorizer().rulesAreComplete());
    ArrayNode resources = status.putArray("resourceRules");
    ArrayNode paths = status.putArray("nonResourceRules");
    for (PolicyRule rule : security.authorizer().rules(request.who(), namespace)) {
      boolean ofPaths = rule.resources().isEmpty();
      ObjectNode entry = ofPaths ? paths.addObject() : resources.addObject();
      words(entry, "verbs", rule.verbs());
      words(entry, "apiGroups", rule.groups());
      words(entry, "resources", rule.resources());
      words(entry, "resourceNames", rule.names());
      words(entry, "nonResourceURLs", rule.paths());
    }
    return Answer.json(201, review);
  }

  private static void words(ObjectNode entry, String field, List<String> words) {
    if (!words.isEmpty()) {
      words.forEach(entry.putArray(field)::add);
    }
  }
}
