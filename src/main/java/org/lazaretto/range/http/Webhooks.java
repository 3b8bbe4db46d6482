package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * Admission webhooks that stand in the cluster. One whose service has ready endpoints lets
 * everything pass; one that cannot be reached refuses, unless its failure is to be ignored.
 */
final class Webhooks {
  private static final String ANY = "*";

  private final ObjectStore store;

  Webhooks(ObjectStore store) {
    this.store = store;
  }

  /** 403, as when a webhook says no. */
  static ApiProblem denied(String webhook, String reason) {
    return ApiProblem.of(
        403, "Forbidden", "admission webhook \"" + webhook + "\" denied the request: " + reason);
  }

  /**
   * Asks the webhooks that want to be asked.
   *
   * @param operation as in {@code CREATE}
   * @param object the new object, or the old one if it is to be deleted
   * @throws ApiProblem 500 if one cannot be reached that must be
   */
  void ask(Where where, String operation, JsonNode object) {
    if (where.type().group().equals(ResourceTypes.VALIDATING_WEBHOOKS.group())) {
      return;
    }
    for (ResourceType type :
        List.of(ResourceTypes.MUTATING_WEBHOOKS, ResourceTypes.VALIDATING_WEBHOOKS)) {
      for (Stored configuration : store.list(type, Optional.empty())) {
        for (JsonNode webhook : configuration.tree().path("webhooks")) {
          boolean mustAnswer = webhook.path("failurePolicy").asText("Fail").equals("Fail");
          if (mustAnswer && isAsked(webhook, where, operation, object)) {
            unreachable(webhook)
                .ifPresent(why -> {
                  throw failed(webhook, why);
                });
          }
        }
      }
    }
  }

  private boolean isAsked(JsonNode webhook, Where where, String operation, JsonNode object) {
    return webhook.path("rules").valueStream().anyMatch(rule -> covers(rule, where, operation))
        && selects(webhook.path("objectSelector"), object.at("/metadata/labels"))
        && (where.namespace().isEmpty()
            || selects(webhook.path("namespaceSelector"), labelsOf(where.namespace())));
  }

  private JsonNode labelsOf(String namespace) {
    return store
        .get(ResourceTypes.NAMESPACES, "", namespace)
        .map(object -> object.tree().at("/metadata/labels"))
        .orElseGet(Json::object);
  }

  private static boolean selects(JsonNode selector, JsonNode labels) {
    Map<String, String> words = new HashMap<>();
    labels.properties().forEach(label -> words.put(label.getKey(), label.getValue().asText("")));
    return selector.isEmpty() || LabelSelector.of(selector).matches(words);
  }

  private static boolean covers(JsonNode rule, Where where, String operation) {
    ResourceType type = where.type();
    String scope = rule.path("scope").asText(ANY);
    boolean inScope =
        scope.equals(ANY) || scope.equals(type.namespaced() ? "Namespaced" : "Cluster");
    return inScope
        && has(rule.path("operations"), operation)
        && has(rule.path("apiGroups"), type.group())
        && has(rule.path("apiVersions"), type.version())
        && (has(rule.path("resources"), where.resource())
            || has(rule.path("resources"), type.plural() + "/*"));
  }

  private static boolean has(JsonNode words, String word) {
    return words.valueStream().anyMatch(w -> w.asText("").equals(ANY) || w.asText("").equals(word));
  }

  /** Why a webhook does not answer; empty if it does. */
  private Optional<String> unreachable(JsonNode webhook) {
    JsonNode service = webhook.path("clientConfig").path("service");
    if (!service.isObject()) {
      return Optional.empty();
    }
    String namespace = service.path("namespace").asText("");
    String name = service.path("name").asText("");
    if (store.get(ResourceTypes.SERVICES, namespace, name).isEmpty()) {
      return Optional.of("service \"" + name + "\" not found");
    }
    boolean ready =
        store.list(ResourceTypes.ENDPOINT_SLICES, Optional.of(namespace)).stream()
            .filter(slice -> name.equals(slice.labels().get("kubernetes.io/service-name")))
            .flatMap(slice -> slice.tree().path("endpoints").valueStream())
            .anyMatch(endpoint -> endpoint.at("/conditions/ready").asBoolean(true));
    return ready
        ? Optional.empty()
        : Optional.of("no endpoints available for service \"" + name + "\"");
  }

  private static ApiProblem failed(JsonNode webhook, String why) {
    JsonNode service = webhook.path("clientConfig").path("service");
    String url =
        "https://%s.%s.svc:%d%s?timeout=%ds"
            .formatted(
                service.path("name").asText(""),
                service.path("namespace").asText(""),
                service.path("port").asInt(443),
                service.path("path").asText("/"),
                webhook.path("timeoutSeconds").asInt(10));
    String words =
        "failed calling webhook \"%s\": failed to call webhook: Post \"%s\": %s"
            .formatted(webhook.path("name").asText(""), url, why);
    return ApiProblem.of(500, "InternalError", "Internal error occurred: " + words)
        .with(List.of(new ApiProblem.Cause("", words, "")));
  }
}
