package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.lazaretto.range.http.security.Escalation;
import org.lazaretto.range.http.security.LegacyTokens;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Changes;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Patch;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Create, update and patch, for real or rehearsed. */
final class WriteEndpoints {
  private static final String PATCH_FORMS =
      "the body of the request was in an unknown format - accepted media types include:"
          + " application/json-patch+json, application/merge-patch+json,"
          + " application/strategic-merge-patch+json";

  private final ObjectStore store;
  private final Admission admission;
  private final LegacyTokens legacyTokens;
  private final Escalation escalation;
  private final Views views;

  WriteEndpoints(ServerParts parts, Views views) {
    this.store = parts.store();
    this.admission = parts.behaviour().admission();
    Security security = parts.security();
    this.legacyTokens =
        new LegacyTokens(store, security.tokens(), security.certificates().authorityPem());
    this.escalation = new Escalation(store, security.authorizer());
    this.views = views;
  }

  /** Where changes go: into the store, or nowhere for a dry run. */
  static Changes changes(ObjectStore store, Query query) {
    return query.dryRun() ? store.rehearsal() : store;
  }

  Answer create(ApiRequest request) {
    View view = views.of(request);
    Changes changes = changes(store, request.query());
    ObjectNode object = Bodies.object(request);
    ObjectNode metadata = Json.child(object, "metadata");
    metadata.remove("resourceVersion");
    namespaceIsOpen(request.where());
    Defaults.apply(request.type(), object);
    ObjectNode admitted = admission.admit(request.type(), object);
    Validation.check(request.type(), admitted);
    escalation.check(request.who(), request.type(), admitted);
    legacyTokens.complete(request.type(), admitted);
    return Answer.json(201, view.one(changes.create(request.type(), admitted)));
  }

  private void namespaceIsOpen(Where where) {
    if (!where.type().namespaced()) {
      return;
    }
    Stored namespace =
        store
            .get(ResourceTypes.NAMESPACES, "", where.namespace())
            .orElseThrow(() -> ApiProblem.notFound(ResourceTypes.NAMESPACES, where.namespace()));
    if (namespace.deleting()) {
      throw ApiProblem.about(
          403,
          "Forbidden",
          where.type(),
          "",
          where.type().qualified()
              + " is forbidden: unable to create new content in namespace "
              + where.namespace()
              + " because it is being terminated");
    }
  }

  Answer update(ApiRequest request) {
    View view = views.of(request);
    Changes changes = changes(store, request.query());
    ObjectNode wanted = Bodies.object(request);
    Where where = request.where();
    Stored stored =
        changes.update(
            where.type(),
            where.namespace(),
            where.name(),
            before ->
                checked(request, before, UpdateRules.result(where, before, wanted.deepCopy())));
    return Answer.json(200, view.one(stored));
  }

  Answer patch(ApiRequest request) {
    View view = views.of(request);
    Changes changes = changes(store, request.query());
    Where where = request.where();
    Patch patch = patchOf(request);
    Stored stored =
        changes.update(
            where.type(),
            where.namespace(),
            where.name(),
            before -> {
              ObjectNode after = patch.apply(before);
              sameName(where, after);
              return checked(request, before, UpdateRules.result(where, before, after));
            });
    return Answer.json(200, view.one(stored));
  }

  /** A role or binding that stays as it is grants nothing new. */
  private ObjectNode checked(ApiRequest request, ObjectNode before, ObjectNode after) {
    boolean same =
        Json.same(before.path("rules"), after.path("rules"))
            && Json.same(before.path("subjects"), after.path("subjects"));
    if (!same) {
      escalation.check(request.who(), request.type(), after);
    }
    return after;
  }

  /** The patch that a client sent. */
  static Patch patchOf(ApiRequest request) {
    Optional<Patch> patch =
        Patch.read(request.body().mediaType(), request.body().bytes(), request.type());
    return patch.orElseThrow(() -> ApiProblem.of(415, "UnsupportedMediaType", PATCH_FORMS));
  }

  private static void sameName(Where where, ObjectNode after) {
    JsonNode name = after.path("metadata").path("name");
    if (!name.asText("").equals(where.name())) {
      throw ApiProblem.badRequest(
          "the name of the object ("
              + name.asText("")
              + ") does not match the name on the URL ("
              + where.name()
              + ")");
    }
  }
}
