package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.fields.Manager;
import org.lazaretto.range.http.fields.Ownership;
import org.lazaretto.range.http.security.Escalation;
import org.lazaretto.range.http.shape.Reading;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/** What every change of an object goes through before it is stored. */
final class Edits {
  private final Kinds kinds;
  private final RangeClock clock;
  private final Escalation escalation;
  private final Webhooks webhooks;
  private final Completion completion;

  Edits(ServerParts parts, Kinds kinds) {
    this.kinds = kinds;
    this.clock = parts.clock();
    this.completion = new Completion(parts, kinds);
    this.webhooks = new Webhooks(parts.store());
    this.escalation = new Escalation(parts.store(), parts.security().authorizer());
  }

  /** Who changes by this request: as they call themselves, or as their program does. */
  static Manager manager(ApiRequest request, boolean applies) {
    String agent = request.agent();
    int slash = agent.indexOf('/');
    String program = slash < 0 ? agent : agent.substring(0, slash);
    String name = request.query().text("fieldManager").orElse(program);
    return new Manager(
        name.isEmpty() ? "unknown" : name,
        applies,
        request.type().apiVersion(),
        request.where().subresource());
  }

  /** A new object, checked. */
  ObjectNode created(ApiRequest request, ObjectNode object) {
    escalation.check(request.who(), request.type(), object);
    webhooks.ask(request.where(), "CREATE", object);
    return object;
  }

  /** Notes that a new object belongs to who sends it, but for a status, which nobody sends. */
  void noteNew(ApiRequest request, ObjectNode object) {
    ObjectNode sent = object.deepCopy();
    if (request.type().subresources().contains("status")) {
      sent.remove("status");
    }
    note(request, Json.object(), sent);
    ObjectNode metadata = Json.child(object, "metadata");
    metadata.remove("managedFields");
    JsonNode noted = sent.at("/metadata/managedFields");
    if (!noted.isEmpty()) {
      metadata.set("managedFields", noted);
    }
  }

  /** A changed object as it will be stored, checked and with its owner noted. */
  ObjectNode changed(ApiRequest request, ObjectNode before, ObjectNode wanted) {
    ObjectNode after = allowed(request, before, wanted);
    note(request, before, after);
    return after;
  }

  /** A changed object as it will be stored, checked. */
  ObjectNode allowed(ApiRequest request, ObjectNode before, ObjectNode wanted) {
    ObjectNode after = UpdateRules.result(request.where(), before, wanted);
    completion.changed(request, before, after);
    boolean same =
        Json.same(before.path("rules"), after.path("rules"))
            && Json.same(before.path("subjects"), after.path("subjects"));
    if (!same) {
      escalation.check(request.who(), request.type(), after);
    }
    webhooks.ask(request.where(), "UPDATE", after);
    return after;
  }

  /** Notes that what differs belongs to who sends the request. */
  void note(ApiRequest request, ObjectNode before, ObjectNode after) {
    Struct shape = kinds.shape(request.type());
    Ownership.changed(before, after, shape, manager(request, false), clock.now());
  }

  /**
   * Holds an object that a patch made against its shape.
   *
   * @param told what the client sent
   * @param warnings gets what is not known, if the client is to be told
   * @return the object without what is not known
   * @throws ApiProblem 422 if a value has a wrong type, or something is not known while the client
   *     wants that refused
   */
  ObjectNode fitting(
      ApiRequest request, JsonNode before, ObjectNode after, Told told, List<String> warnings) {
    Struct shape = kinds.shape(request.spoken());
    Reading.Read read = Reading.of(after, shape);
    read.misfit()
        .ifPresent(misfit -> {
          throw refused(told, told.strategic() ? GoErrors.conversion(misfit) : misfit);
        });
    List<String> unknown = read.unknown();
    if (unknown.isEmpty()) {
      return after;
    }
    FieldValidation wanted = FieldValidation.of(request.query());
    List<String> fresh =
        unknown.stream()
            .filter(u -> !Reading.of((ObjectNode) before, shape).unknown().contains(u))
            .toList();
    if (wanted == FieldValidation.STRICT && !fresh.isEmpty()) {
      throw refused(told, "strict decoding error: " + String.join(", ", fresh));
    }
    if (wanted == FieldValidation.WARN) {
      warnings.clear();
      warnings.addAll(fresh);
    }
    return fresh.isEmpty() ? after : read.tree();
  }

  /**
   * What a client sent as a patch.
   *
   * @param text as a refusal quotes it
   * @param strategic whether it was a strategic one, whose refusals have words of their own
   */
  record Told(String text, boolean strategic) {}

  private static ApiProblem refused(Told told, String why) {
    String message = "Invalid value: \"" + told.text().replace("\"", "\\\"") + "\": " + why;
    return ApiProblem.of(422, "Invalid", " \"\" is invalid: patch: " + message)
        .with(List.of(new ApiProblem.Cause("FieldValueInvalid", message, "patch")));
  }
}
