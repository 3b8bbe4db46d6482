package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.fields.Manager;
import org.lazaretto.range.http.fields.Ownership;
import org.lazaretto.range.http.fields.Typed;
import org.lazaretto.range.http.security.Access;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Changes;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Stored;

/** Server-side apply: somebody states what an object shall be, and owns what they state. */
final class ApplyEndpoint {
  static final String FORM = "application/apply-patch+yaml";

  private final ObjectStore store;
  private final RangeClock clock;
  private final Kinds kinds;
  private final Edits edits;
  private final Doorman doorman;

  ApplyEndpoint(ServerParts parts, Kinds kinds, Edits edits) {
    this.store = parts.store();
    this.clock = parts.clock();
    this.kinds = kinds;
    this.edits = edits;
    this.doorman = new Doorman(parts.security());
  }

  /** The way of objects that are not there yet. */
  @FunctionalInterface
  interface Creation {
    Stored create(ObjectNode object);
  }

  /** An applied object, and whether it is new. */
  record Applied(Stored object, boolean isNew) {}

  Applied apply(ApiRequest request, Changes changes, Creation creation) {
    Where where = request.where();
    Struct shape = kinds.shape(request.type());
    ObjectNode wanted = where.dialect().understood(wanted(request, kinds.shape(request.spoken())));
    Manager by = Edits.manager(request, true);
    boolean force = request.query().isTrue("force");
    Optional<Stored> there = store.get(where.type(), where.namespace(), where.name());
    if (there.isEmpty()) {
      if (!where.subresource().isEmpty()) {
        throw ApiProblem.notFound(where.type(), where.name());
      }
      Access create = where.access("create");
      doorman.allow(request.who(), create);
      ObjectNode object = wanted.deepCopy();
      Ownership.noteApplied(Json.object(), wanted, object, shape, by, clock.now());
      return new Applied(creation.create(object), true);
    }
    Stored stored =
        changes.update(
            where.type(),
            where.namespace(),
            where.name(),
            before -> {
              ObjectNode merged = Ownership.applied(before, wanted, shape, by, force);
              ObjectNode after = edits.allowed(request, before, merged);
              Ownership.noteApplied(before, wanted, after, shape, by, clock.now());
              return after;
            });
    return new Applied(stored, false);
  }

  private static ObjectNode wanted(ApiRequest request, Struct shape) {
    if (request.query().text("fieldManager").isEmpty()) {
      throw options(
          "fieldManager", "FieldValueRequired", "Required value: is required for apply patch");
    }
    Where where = request.where();
    ObjectNode wanted = Bodies.tree(request.body(), request.type().kind());
    Bodies.expect(wanted, where.spoken().apiVersion(), where.spoken().kind());
    ObjectNode metadata = Json.child(wanted, "metadata");
    if (metadata.hasNonNull("managedFields")) {
      throw ApiProblem.badRequest("metadata.managedFields must be nil");
    }
    if (metadata.path("name").asText(where.name()).isEmpty()) {
      metadata.put("name", where.name());
    }
    String name = metadata.path("name").asText(where.name());
    if (!name.equals(where.name())) {
      throw ApiProblem.badRequest(
          "name in URL does not match name in the object: " + where.name() + " != " + name);
    }
    metadata.put("name", where.name());
    if (where.type().namespaced()) {
      metadata.put("namespace", where.namespace());
    }
    Typed.firstError(wanted, shape)
        .ifPresent(error -> {
          String what = where.namespace().isEmpty() ? name : where.namespace() + "/" + name;
          throw ApiProblem.of(
              500,
              "InternalError",
              "failed to create typed patch object (%s; %s, Kind=%s): %s"
                  .formatted(what, where.spoken().apiVersion(), where.spoken().kind(), error));
        });
    onlyOwnPart(where, wanted);
    return wanted;
  }

  /** Whoever applies to an object says nothing about its status, and the other way round. */
  private static void onlyOwnPart(Where where, ObjectNode wanted) {
    if (where.subresource().equals("status")) {
      wanted.retain(List.of("apiVersion", "kind", "metadata", "status"));
      Json.child(wanted, "metadata").retain(List.of("name", "namespace"));
    } else if (where.type().subresources().contains("status")) {
      wanted.remove("status");
    }
  }

  /** A refusal of what the query says. */
  static ApiProblem options(String field, String reason, String message) {
    return ApiProblem.of(
            422, "Invalid", "PatchOptions.meta.k8s.io \"\" is invalid: " + field + ": " + message)
        .with(List.of(new ApiProblem.Cause(reason, message, field)));
  }
}
