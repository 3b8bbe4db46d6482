package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/** What the server adds to objects of some kinds, and the rules that only these have. */
final class Completion {
  private static final String SIGNER = "kubernetes.io/kube-apiserver-client";

  private final Kinds kinds;
  private final RangeClock clock;
  private final Certificates certificates;

  Completion(ServerParts parts, Kinds kinds) {
    this.kinds = kinds;
    this.clock = parts.clock();
    this.certificates = parts.security().certificates();
  }

  /**
   * Completes a new object in place.
   *
   * @throws ApiProblem 422 if it breaks a rule
   */
  void created(ApiRequest request, ObjectNode object) {
    ResourceType type = request.type();
    if (type.equals(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS)) {
      CustomDefinitions.complete(object, clock.now());
    } else if (type.equals(ResourceTypes.SIGNING_REQUESTS)) {
      ObjectNode spec = Json.child(object, "spec");
      check(spec, request.type(), object.at("/metadata/name").asText(""));
      spec.put("username", request.who().user());
      request.who().groups().forEach(spec.putArray("groups")::add);
      object.putObject("status");
    } else {
      custom(type, object);
    }
  }

  /**
   * Completes a changed object in place.
   *
   * @throws ApiProblem 422 if it breaks a rule
   */
  void changed(ApiRequest request, ObjectNode before, ObjectNode after) {
    ResourceType type = request.type();
    if (type.equals(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS)) {
      if (!Json.same(before.path("spec"), after.path("spec"))) {
        CustomDefinitions.complete(after, clock.now());
      }
    } else if (request.where().subresource().equals("approval")) {
      sign(after);
    } else if (after.has("roleRef") && !Json.same(before.get("roleRef"), after.get("roleRef"))) {
      throw ApiProblem.invalid(
          type,
          request.where().name(),
          List.of(
              new Cause(
                  "FieldValueInvalid",
                  "Invalid value: " + after.get("roleRef") + ": cannot change roleRef",
                  "roleRef")));
    } else {
      custom(type, after);
    }
  }

  private static void check(ObjectNode spec, ResourceType type, String name) {
    String asked = decoded(spec.path("request").asText(""));
    if (!Certificates.isRequest(asked)) {
      String rule = "unable to parse csr: PEM block type must be CERTIFICATE REQUEST";
      throw ApiProblem.invalid(
          type,
          name,
          List.of(
              new Cause(
                  "FieldValueInvalid",
                  "Invalid value: " + spec.path("request") + ": " + rule,
                  "spec.request")));
    }
    boolean ours = spec.path("signerName").asText("").equals(SIGNER);
    if (ours && Certificates.groupsOf(asked).contains(Identity.MASTERS)) {
      throw ApiProblem.forbidden(
          type, name, "use of " + SIGNER + " signer with system:masters group is not allowed");
    }
  }

  /** Signs what is approved for clients of this server; other signers are somebody else's. */
  private void sign(ObjectNode request) {
    boolean approved =
        request
            .at("/status/conditions")
            .valueStream()
            .anyMatch(condition -> condition.path("type").asText("").equals("Approved"));
    boolean ours = request.at("/spec/signerName").asText("").equals(SIGNER);
    if (!approved || !ours || request.at("/status/certificate").isTextual()) {
      return;
    }
    long seconds = request.at("/spec/expirationSeconds").asLong(Integer.MAX_VALUE);
    certificates
        .signed(decoded(request.at("/spec/request").asText("")), Duration.ofSeconds(seconds))
        .ifPresent(pem -> {
          byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
          Json.child(request, "status")
              .put("certificate", Base64.getEncoder().encodeToString(bytes));
        });
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }

  private void custom(ResourceType type, ObjectNode object) {
    Optional<CustomKinds.Custom> kind = kinds.custom(type);
    if (kind.isPresent()) {
      JsonNode schema = kind.get().version().path("schema").path("openAPIV3Schema");
      CustomValidation.complete(object, schema);
      CustomValidation.check(type, object, schema);
    }
  }
}
