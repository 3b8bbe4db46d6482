package org.lazaretto.plan.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lazaretto.model.FieldEdit;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.ContainStep;
import org.lazaretto.plan.Purpose;
import org.lazaretto.plan.Step;
import org.lazaretto.plan.StepId;

/** The steps that shut a suspect off, to JSON and back. */
final class ContainSteps {
  private static final Pattern POINTER = Pattern.compile("(/[^/\\x00-\\x1f]{1,320}){1,8}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ContainSteps() {}

  static void with(ObjectNode node, ContainStep step) {
    switch (step) {
      case ContainStep.EditFields edit -> {
        ArrayNode edits = node.putArray("edits");
        edit.edits().forEach(each -> edits.add(tree(each)));
        ArrayNode witnesses = node.putArray("witnesses");
        edit.witnesses().forEach(witness -> witnesses.add(PlanWriter.ref(witness)));
      }
      case ContainStep.MakePolicy(_, _, var quarantine) -> node.put("quarantine", quarantine);
      case ContainStep.RemovePolicy(_, _, var quarantine) -> node.put("quarantine", quarantine);
      case ContainStep.RemoveProbe _ -> {}
      case ContainStep.ProbeIngress(_, _, var probe, var after) -> {
        node.put("address", probe.address());
        node.put("port", probe.port());
        node.put("image", probe.image());
        node.put("after", after);
      }
      case ContainStep.LookInside(_, _, var look, var after) -> {
        node.put("container", look.container());
        node.put("address", look.address());
        node.put("port", look.port());
        node.put("name", look.name());
        node.put("after", after);
      }
    }
  }

  private static ObjectNode tree(FieldEdit edit) {
    ObjectNode node = JSON.createObjectNode();
    node.put("pointer", edit.pointer());
    switch (edit) {
      case FieldEdit.Value(_, var former, var wanted) -> {
        former.ifPresent(value -> node.put("former", value));
        wanted.ifPresent(value -> node.put("wanted", value));
      }
      case FieldEdit.Item(_, var item, var add) -> {
        node.put("item", item);
        node.put("add", add);
      }
    }
    return node;
  }

  static Step read(StepId id, ObjectRef target, Fields fields) throws PlanFormatException {
    String action = fields.text("action");
    Fields with = fields.object("with");
    return switch (action) {
      case "make-policy" -> new ContainStep.MakePolicy(id, target, with.text("quarantine"));
      case "remove-policy" -> new ContainStep.RemovePolicy(id, target, with.text("quarantine"));
      case "remove-probe" ->
          new ContainStep.RemoveProbe(
              id, new PodRef(target.namespace(), target.name(), target.uid()));
      case "probe-ingress" ->
          new ContainStep.ProbeIngress(
              id,
              new PodRef(target.namespace(), target.name(), target.uid()),
              new ContainStep.Probe(with.text("address"), with.number("port"), with.text("image")),
              with.flag("after"));
      case "look-inside" ->
          new ContainStep.LookInside(
              id,
              new PodRef(target.namespace(), target.name(), target.uid()),
              look(with),
              with.flag("after"));
      default -> edit(id, target, purpose(action, fields), with);
    };
  }

  private static ContainStep.Look look(Fields with) throws PlanFormatException {
    String address = with.text("address");
    int port = with.number("port");
    if (!ContainStep.Look.possible(address, port)) {
      throw with.wrongValue("address");
    }
    return new ContainStep.Look(with.text("container"), address, port, with.text("name"));
  }

  private static Purpose purpose(String action, Fields fields) throws PlanFormatException {
    for (Purpose purpose : Purpose.values()) {
      if (purpose.word().equals(action)) {
        return purpose;
      }
    }
    throw fields.wrongValue("action");
  }

  private static Step edit(StepId id, ObjectRef target, Purpose purpose, Fields with)
      throws PlanFormatException {
    List<FieldEdit> edits = new ArrayList<>();
    for (Fields each : with.objects("edits")) {
      edits.add(edit(each));
    }
    if (edits.isEmpty()) {
      throw with.wrongValue("edits");
    }
    List<ObjectRef> witnesses = new ArrayList<>();
    for (Fields each : with.objects("witnesses")) {
      witnesses.add(PlanReader.ref(each));
    }
    return new ContainStep.EditFields(id, target, purpose, edits, witnesses);
  }

  private static FieldEdit edit(Fields fields) throws PlanFormatException {
    String pointer = fields.text("pointer");
    if (!POINTER.matcher(pointer).matches()) {
      throw fields.wrongValue("pointer");
    }
    return fields.has("item")
        ? new FieldEdit.Item(pointer, json(fields, "item"), fields.flag("add"))
        : new FieldEdit.Value(pointer, value(fields, "former"), value(fields, "wanted"));
  }

  private static Optional<String> value(Fields fields, String name) throws PlanFormatException {
    return fields.has(name) ? Optional.of(json(fields, name)) : Optional.empty();
  }

  /** A value that is no JSON would fail where nobody expects it. */
  private static String json(Fields fields, String name) throws PlanFormatException {
    String text = fields.text(name);
    try {
      JSON.readTree(text);
      return text;
    } catch (JsonProcessingException e) {
      throw fields.wrongValue(name);
    }
  }
}
