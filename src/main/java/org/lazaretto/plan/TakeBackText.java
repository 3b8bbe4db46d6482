package org.lazaretto.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;

/** What takes a change back, as a JSON text for the journal. */
final class TakeBackText {
  private static final String MASKED = "[masked ";

  private TakeBackText() {}

  static String write(TakeBack back) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (back) {
      case TakeBack.Edits(var target, var edits) -> {
        node.set("target", tree(target));
        ArrayNode list = node.putArray("edits");
        edits.forEach(edit -> edit(list.addObject(), edit));
      }
      case TakeBack.Remove(var target, var quarantine) -> {
        node.set("target", tree(target));
        node.put("quarantine", quarantine);
      }
      case TakeBack.RemoveProbes(var target, var suspect) -> {
        node.set("target", tree(target));
        node.put("probesOf", suspect);
      }
      case TakeBack.Resume(var target, var place, var container, var runtime) -> {
        node.set("target", tree(target));
        node.putObject("resume")
            .put("node", place)
            .put("container", container.name())
            .put("restartPolicy", container.restartPolicy())
            .put("probed", container.probed())
            .put("containerId", runtime.toString());
      }
    }
    return node.toString();
  }

  private static ObjectNode tree(ObjectRef ref) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("apiVersion", ref.apiVersion())
        .put("kind", ref.kind())
        .put("namespace", ref.namespace())
        .put("name", ref.name())
        .put("uid", ref.uid());
  }

  private static void edit(ObjectNode node, FieldEdit edit) {
    node.put("pointer", edit.pointer());
    switch (edit) {
      case FieldEdit.Value(_, var former, var wanted) -> {
        former.ifPresent(value -> node.put("former", value));
        wanted.ifPresent(value -> node.put("wanted", value));
      }
      case FieldEdit.Item(_, var item, var add) -> node.put("item", item).put("add", add);
    }
  }

  static Optional<TakeBack> read(String text) {
    JsonNode node = JsonText.read(text);
    if (!node.path("target").isObject() || text.contains(MASKED)) {
      return Optional.empty();
    }
    ObjectRef target = ref(node.path("target"));
    if (node.has("quarantine")) {
      return Optional.of(new TakeBack.Remove(target, node.path("quarantine").asText("")));
    }
    if (node.has("probesOf")) {
      return Optional.of(new TakeBack.RemoveProbes(target, node.path("probesOf").asText("")));
    }
    if (node.path("resume").isObject()) {
      return resume(target, node.path("resume"));
    }
    List<FieldEdit> edits = new ArrayList<>();
    node.path("edits").forEach(each -> edits.add(edit(each)));
    return edits.isEmpty() ? Optional.empty() : Optional.of(new TakeBack.Edits(target, edits));
  }

  private static Optional<TakeBack> resume(ObjectRef target, JsonNode node) {
    DisposeStep.Kept container =
        new DisposeStep.Kept(
            node.path("container").asText(""),
            node.path("restartPolicy").asText(""),
            node.path("probed").asBoolean(false));
    return ContainerId.of(node.path("containerId").asText(""))
        .filter(runtime -> runtime.command(NodeDeed.RESUME).isPresent())
        .map(runtime ->
            new TakeBack.Resume(target, node.path("node").asText(""), container, runtime));
  }

  private static FieldEdit edit(JsonNode node) {
    String pointer = node.path("pointer").asText("");
    return node.has("item")
        ? new FieldEdit.Item(
            pointer, node.path("item").asText(""), node.path("add").asBoolean(false))
        : new FieldEdit.Value(pointer, value(node, "former"), value(node, "wanted"));
  }

  private static Optional<String> value(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asText("")) : Optional.empty();
  }

  private static ObjectRef ref(JsonNode node) {
    return new ObjectRef(
        node.path("apiVersion").asText(""),
        node.path("kind").asText(""),
        node.path("namespace").asText(""),
        node.path("name").asText(""),
        node.path("uid").asText(""));
  }
}
