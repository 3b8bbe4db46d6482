package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;

/** Ephemeral containers can be added to a pod, and neither changed nor removed. */
final class EphemeralRules {
  private static final String FIELD = "spec.ephemeralContainers";
  private static final String LIST = "ephemeralContainers";

  private final ObjectNode before;
  private final List<Cause> causes = new ArrayList<>();

  private EphemeralRules(ObjectNode before) {
    this.before = before;
  }

  /**
   * The pod with the ephemeral containers that a client wants, and nothing else of what it wants.
   *
   * @throws ApiProblem 422 if it breaks a rule, in a real server's words
   */
  static ObjectNode result(ObjectNode before, ObjectNode wanted) {
    EphemeralRules rules = new EphemeralRules(before);
    ArrayNode list = Json.object().putArray(LIST);
    wanted.path("spec").path(LIST).forEach(each -> list.add(completed(each.deepCopy())));
    rules.kept(list);
    rules.named(list);
    if (!rules.causes.isEmpty()) {
      String name = before.path("metadata").path("name").asText("");
      throw ApiProblem.invalid(ResourceTypes.PODS, name, rules.causes);
    }
    ObjectNode after = before.deepCopy();
    Json.child(after, "spec").set(LIST, list);
    JsonNode version = wanted.path("metadata").path("resourceVersion");
    Json.child(after, "metadata").set("resourceVersion", version);
    return after;
  }

  private static JsonNode completed(JsonNode container) {
    if (container instanceof ObjectNode one) {
      String image = one.path("image").asText("");
      boolean moving = image.endsWith(":latest") || image.indexOf(':', image.lastIndexOf('/')) < 0;
      absent(one, "imagePullPolicy", moving ? "Always" : "IfNotPresent");
      absent(one, "terminationMessagePath", "/dev/termination-log");
      absent(one, "terminationMessagePolicy", "File");
      Json.child(one, "resources");
    }
    return container;
  }

  private static void absent(ObjectNode container, String field, String value) {
    if (!container.hasNonNull(field)) {
      container.put(field, value);
    }
  }

  private static Optional<JsonNode> named(JsonNode list, String name) {
    return list.valueStream().filter(c -> c.path("name").asText("").equals(name)).findFirst();
  }

  private void kept(ArrayNode list) {
    for (JsonNode old : before.path("spec").path(LIST)) {
      String name = old.path("name").asText("");
      Optional<JsonNode> now = named(list, name);
      if (now.isEmpty()) {
        forbidden("existing ephemeral containers \"" + name + "\" may not be removed\n");
      } else if (!Json.same(old, now.get())) {
        forbidden("existing ephemeral containers \"" + name + "\" may not be changed\n");
      }
    }
  }

  private void forbidden(String why) {
    causes.add(new Cause("FieldValueForbidden", "Forbidden: " + why, FIELD));
  }

  private void named(ArrayNode list) {
    Set<String> names = new HashSet<>();
    for (String others : new String[] {"containers", "initContainers"}) {
      before.path("spec").path(others).forEach(c -> names.add(c.path("name").asText("")));
    }
    for (int i = 0; i < list.size(); i++) {
      String here = FIELD + "[" + i + "]";
      JsonNode each = list.get(i);
      String name = each.path("name").asText("");
      if (name.isEmpty()) {
        causes.add(new Cause("FieldValueRequired", "Required value", here + ".name"));
      } else if (!names.add(name)) {
        String message = "Duplicate value: \"" + name + "\"";
        causes.add(new Cause("FieldValueDuplicate", message, here + ".name"));
      }
      if (each.path("image").asText("").isEmpty()) {
        causes.add(new Cause("FieldValueRequired", "Required value", here + ".image"));
      }
      target(each.path("targetContainerName").asText(""), here + ".targetContainerName");
    }
  }

  private void target(String name, String field) {
    boolean there =
        name.isEmpty() || named(before.path("spec").path("containers"), name).isPresent();
    if (!there) {
      causes.add(new Cause("FieldValueNotFound", "Not found: \"" + name + "\"", field));
    }
  }

  /**
   * Refuses a new pod that brings some.
   *
   * @throws ApiProblem 422
   */
  static void notAtBirth(ObjectNode pod) {
    if (!pod.path("spec").path(LIST).isEmpty()) {
      String name = pod.path("metadata").path("name").asText("");
      Cause cause = new Cause("FieldValueForbidden", "Forbidden: cannot be set on create", FIELD);
      throw ApiProblem.invalid(ResourceTypes.PODS, name, List.of(cause));
    }
  }
}
