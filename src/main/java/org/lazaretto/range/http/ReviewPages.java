package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.lazaretto.range.http.security.Access;
import org.lazaretto.range.http.security.Authorizer;
import org.lazaretto.range.store.Json;

/** Tells clients who they are and what they may do. */
final class ReviewPages implements Pages {
  private static final String AUTHENTICATION = "/apis/authentication.k8s.io/v1/";
  private static final String AUTHORIZATION = "/apis/authorization.k8s.io/v1/";

  private final Authorizer authorizer;

  ReviewPages(Authorizer authorizer) {
    this.authorizer = authorizer;
  }

  @Override
  public Optional<Answer> answer(PageRequest request) {
    if (!request.method().equals("POST")) {
      return Optional.empty();
    }
    return switch (request.path()) {
      case AUTHENTICATION + "selfsubjectreviews" -> Optional.of(whoAmI(request));
      case AUTHORIZATION + "selfsubjectaccessreviews" -> Optional.of(mayI(request));
      case AUTHORIZATION + "selfsubjectrulesreviews" -> Optional.of(whatMayI(request));
      default -> Optional.empty();
    };
  }

  private static ObjectNode review(String group, String kind) {
    ObjectNode review = Json.object().put("kind", kind).put("apiVersion", group + "/v1");
    review.putObject("metadata").putNull("creationTimestamp");
    return review;
  }

  private static Answer whoAmI(PageRequest request) {
    ProtobufBodies.orTree(request.body(), "SelfSubjectReview");
    ObjectNode review = review("authentication.k8s.io", "SelfSubjectReview");
    ObjectNode user = review.putObject("status").putObject("userInfo");
    user.put("username", request.who().user());
    request.who().groups().forEach(user.putArray("groups")::add);
    return Answer.json(201, review);
  }

  private Answer mayI(PageRequest request) {
    String kind = "SelfSubjectAccessReview";
    JsonNode spec = ProtobufBodies.orTree(request.body(), kind).path("spec");
    ObjectNode review = review("authorization.k8s.io", kind);
    review.set("spec", spec.isObject() ? spec : Json.object());
    review.putObject("status").put("allowed", authorizer.allows(request.who(), access(spec)));
    return Answer.json(201, review);
  }

  private static Access access(JsonNode spec) {
    JsonNode path = spec.path("nonResourceAttributes");
    if (path.isObject()) {
      return Access.toPath(path.path("verb").asText(""), path.path("path").asText("/"));
    }
    JsonNode resource = spec.path("resourceAttributes");
    return new Access(
        resource.path("verb").asText(""),
        resource.path("group").asText(""),
        resource.path("resource").asText(""),
        resource.path("subresource").asText(""),
        resource.path("namespace").asText(""),
        resource.path("name").asText(""),
        "");
  }

  private Answer whatMayI(PageRequest request) {
    String kind = "SelfSubjectRulesReview";
    JsonNode spec = ProtobufBodies.orTree(request.body(), kind).path("spec");
    ObjectNode review = review("authorization.k8s.io", kind);
    review.putObject("spec");
    ObjectNode status = review.putObject("status");
    status.putArray("resourceRules");
    String namespace = spec.path("namespace").asText("");
    for (Authorizer.Rule rule : authorizer.rules(request.who(), namespace)) {
      ObjectNode entry = status.withArray("resourceRules").addObject();
      rule.verbs().forEach(entry.putArray("verbs")::add);
      rule.groups().forEach(entry.putArray("apiGroups")::add);
      rule.resources().forEach(entry.putArray("resources")::add);
    }
    ObjectNode paths = status.putArray("nonResourceRules").addObject();
    paths.putArray("verbs").add("get");
    paths.putArray("nonResourceURLs").add("/api").add("/api/*").add("/apis").add("/apis/*");
    status.put("incomplete", false);
    return Answer.json(201, review);
  }
}
