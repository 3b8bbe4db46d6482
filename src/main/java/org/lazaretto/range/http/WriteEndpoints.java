package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.http.security.LegacyTokens;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Changes;
import org.lazaretto.range.store.Defaults;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Patch;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Create, update, patch and apply, for real or rehearsed. */
final class WriteEndpoints {
  private static final String PATCH_FORMS =
      "the body of the request was in an unknown format - accepted media types include:"
          + " application/json-patch+json, application/merge-patch+json,"
          + " application/apply-patch+yaml, application/strategic-merge-patch+json";
  private static final String STRATEGIC = "application/strategic-merge-patch+json";

  private final ObjectStore store;
  private final Admission admission;
  private final LegacyTokens legacyTokens;
  private final Bodies bodies;
  private final Completion completion;
  private final Edits edits;
  private final ApplyEndpoint applies;
  private final Views views;

  WriteEndpoints(ServerParts parts, Kinds kinds, Views views) {
    this.store = parts.store();
    this.admission = parts.behaviour().admission();
    Security security = parts.security();
    this.legacyTokens =
        new LegacyTokens(store, security.tokens(), security.certificates().authorityPem());
    this.bodies = new Bodies(kinds);
    this.completion = new Completion(parts, kinds);
    this.edits = new Edits(parts, kinds);
    this.applies = new ApplyEndpoint(parts, kinds, edits);
    this.views = views;
  }

  /** Where changes go: into the store, or nowhere for a dry run. */
  static Changes changes(ObjectStore store, Query query) {
    return query.dryRun() ? store.rehearsal() : store;
  }

  Answer create(ApiRequest request) {
    View view = views.of(request);
    Changes changes = changes(store, request.query());
    Bodies.Received received = bodies.object(request);
    Stored stored =
        create(
            request,
            changes,
            edits.created(
                request, complete(request, received.tree(), o -> edits.noteNew(request, o))));
    return Answer.json(201, view.one(stored)).warning(received.warnings());
  }

  /**
   * A new object with all that the server adds, checked.
   *
   * @param note notes whose it is, before admission adds what is nobody's
   */
  private ObjectNode complete(ApiRequest request, ObjectNode object, Consumer<ObjectNode> note) {
    Json.child(object, "metadata").remove("resourceVersion");
    namespaceIsOpen(request.where(), object.at("/metadata/name").asText(""));
    Defaults.apply(request.type(), object);
    completion.created(request, object);
    note.accept(object);
    ObjectNode admitted = admission.admit(request.type(), object);
    if (request.type().equals(ResourceTypes.PODS)) {
      EphemeralRules.notAtBirth(admitted);
    }
    Validation.check(request.type(), admitted);
    return admitted;
  }

  private Stored create(ApiRequest request, Changes changes, ObjectNode object) {
    legacyTokens.complete(request.type(), object);
    return changes.create(request.type(), object);
  }

  private void namespaceIsOpen(Where where, String name) {
    if (!where.type().namespaced()) {
      return;
    }
    Stored namespace =
        store
            .get(ResourceTypes.NAMESPACES, "", where.namespace())
            .orElseThrow(() -> ApiProblem.notFound(ResourceTypes.NAMESPACES, where.namespace()));
    if (namespace.deleting()) {
      String why = "because it is being terminated";
      throw ApiProblem.forbidden(
              where.type(),
              name,
              "unable to create new content in namespace " + where.namespace() + " " + why)
          .with(
              List.of(
                  new ApiProblem.Cause(
                      "NamespaceTerminating",
                      "namespace " + where.namespace() + " is being terminated",
                      "metadata.namespace")));
    }
  }

  Answer update(ApiRequest request) {
    View view = views.of(request);
    Changes changes = changes(store, request.query());
    Bodies.Received received = bodies.object(request);
    Where where = request.where();
    Stored stored =
        changes.update(
            where.type(),
            where.namespace(),
            where.name(),
            before -> edits.changed(request, before, received.tree().deepCopy()));
    return Answer.json(200, view.one(stored)).warning(received.warnings());
  }

  Answer patch(ApiRequest request) {
    View view = views.of(request);
    Changes changes = changes(store, request.query());
    if (request.body().mediaType().equals(ApplyEndpoint.FORM)) {
      ApplyEndpoint.Applied applied =
          applies.apply(
              request,
              changes,
              object -> create(request, changes, complete(request, object, o -> {})));
      return Answer.json(applied.isNew() ? 201 : 200, view.one(applied.object()));
    }
    if (request.query().text("force").isPresent()) {
      throw ApplyEndpoint.options(
          "force", "FieldValueForbidden", "Forbidden: may not be specified for non-apply patch");
    }
    List<String> warnings = new ArrayList<>();
    Stored stored = patched(request, changes, patchOf(request), warnings);
    return Answer.json(200, view.one(stored)).warning(warnings);
  }

  private Stored patched(ApiRequest request, Changes changes, Patch patch, List<String> warnings) {
    Where where = request.where();
    boolean strategic = request.body().mediaType().equals(STRATEGIC);
    return changes.update(
        where.type(),
        where.namespace(),
        where.name(),
        before -> {
          ObjectNode said = where.dialect().told(before);
          ObjectNode made = patch.apply(said);
          sameName(where, made);
          Edits.Told told =
              new Edits.Told(strategic ? quoted(request) : made.toString(), strategic);
          ObjectNode fitting = edits.fitting(request, said, made, told, warnings);
          return edits.changed(request, before, where.dialect().understood(fitting));
        });
  }

  private static String quoted(ApiRequest request) {
    try {
      return GoErrors.value(Json.parse(request.body().bytes()));
    } catch (IOException unreadable) {
      return "";
    }
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
