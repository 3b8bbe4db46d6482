package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Webhooks;

/**
 * Makes a configuration of admission webhooks of its tree; bundles of certificates are left out.
 */
final class WebhooksDecoder implements TreeDecoder.FromTree {
  private final boolean mutating;

  WebhooksDecoder(boolean mutating) {
    this.mutating = mutating;
  }

  @Override
  public ClusterObject object(ObjectRef ref, JsonNode root) {
    String created = Json.text(root.path("metadata").path("creationTimestamp"));
    List<Webhooks.Hook> hooks = new ArrayList<>();
    for (JsonNode hook : root.path("webhooks")) {
      hooks.add(hook(hook));
    }
    return new Webhooks(ref, mutating, Json.time(created).orElse(Instant.EPOCH), hooks);
  }

  /** Without a policy the server refuses what it cannot ask about. */
  private static Webhooks.Hook hook(JsonNode hook) {
    JsonNode service = hook.path("clientConfig").path("service");
    String name = Json.text(service.path("name"));
    List<Webhooks.AskedAbout> rules = new ArrayList<>();
    for (JsonNode rule : hook.path("rules")) {
      rules.add(
          new Webhooks.AskedAbout(
              Json.texts(rule.path("operations")),
              Json.texts(rule.path("apiGroups")),
              Json.texts(rule.path("resources"))));
    }
    return new Webhooks.Hook(
        Json.text(hook.path("name")),
        name.isEmpty() ? "" : Json.text(service.path("namespace")) + "/" + name,
        Json.text(hook.path("clientConfig").path("url")),
        !Json.text(hook.path("failurePolicy")).equals("Ignore"),
        narrowed(hook),
        rules);
  }

  private static boolean narrowed(JsonNode hook) {
    return !hook.path("namespaceSelector").isEmpty()
        || !hook.path("objectSelector").isEmpty()
        || !hook.path("matchConditions").isEmpty();
  }
}
