package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Changes;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Removal;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Delete one object or all that are selected. */
final class DeleteEndpoints {
  private static final String ORPHAN = "orphan";

  private final ObjectStore store;
  private final Bodies bodies;
  private final Views views;
  private final Webhooks webhooks;

  DeleteEndpoints(ObjectStore store, Bodies bodies, Views views) {
    this.store = store;
    this.webhooks = new Webhooks(store);
    this.bodies = bodies;
    this.views = views;
  }

  Answer delete(ApiRequest request) {
    View view = views.of(request);
    Where where = request.where();
    DeleteOptions options = DeleteOptions.of(request, bodies);
    Changes changes = options.dryRun() ? store.rehearsal() : store;
    Removal removal = delete(changes, where, where.namespace(), where.name(), options);
    Stored last = removal.object();
    boolean object = !removal.gone() || where.type().equals(ResourceTypes.PODS);
    int code = options.deletion().foreground() && !removal.gone() ? 202 : 200;
    return object ? Answer.json(code, view.one(last)) : Answer.json(200, success(last));
  }

  private Removal delete(
      Changes changes, Where where, String namespace, String name, DeleteOptions options) {
    Where one = new Where(where.type(), namespace, name, "");
    store
        .get(where.type(), namespace, name)
        .ifPresent(object -> webhooks.ask(one, "DELETE", object.tree()));
    Optional<Stored> before = store.get(where.type(), namespace, name);
    Removal removal =
        before.isPresent() && options.orphan() && !options.dryRun()
            ? withoutDependents(before.get(), options)
            : changes.delete(where.type(), namespace, name, options.deletion());
    if (removal.gone() && where.type().equals(ResourceTypes.CUSTOM_RESOURCE_DEFINITIONS)) {
      before.flatMap(CustomKinds::kind).ifPresent(kind -> forget(changes, kind.type()));
    }
    return removal;
  }

  /** The objects of a kind go with its definition. */
  private void forget(Changes changes, ResourceType type) {
    for (Stored object : store.list(type, Optional.empty())) {
      changes.delete(type, object.namespace(), object.name(), Deletion.now());
    }
  }

  /**
   * The owner waits for its deletion while its dependents lose its name: a controller adopts
   * nothing for an owner that is being deleted. If the deletion is refused nothing is changed.
   */
  private Removal withoutDependents(Stored owner, DeleteOptions options) {
    store.rehearsal().delete(owner.type(), owner.namespace(), owner.name(), options.deletion());
    finalizers(owner, finalizers -> finalizers.add(ORPHAN));
    Deletion sure = Deletion.gracefully().onlyUid(owner.uid());
    Removal removal = store.delete(owner.type(), owner.namespace(), owner.name(), sure);
    store.byOwner(owner.uid()).forEach(child -> orphan(store, child, owner.uid()));
    try {
      finalizers(owner, finalizers -> finalizers.removeIf(name -> name.asText().equals(ORPHAN)));
    } catch (ApiProblem finished) {
      // the garbage collector was faster
    }
    return new Removal(
        removal.object(), store.get(owner.type(), owner.namespace(), owner.name()).isEmpty());
  }

  private void finalizers(Stored object, Consumer<ArrayNode> change) {
    store.update(
        object.type(),
        object.namespace(),
        object.name(),
        tree -> {
          ObjectNode metadata = Json.child(tree, "metadata");
          ArrayNode all =
              metadata.path("finalizers") instanceof ArrayNode some
                  ? some
                  : metadata.putArray("finalizers");
          change.accept(all);
          if (all.isEmpty()) {
            metadata.remove("finalizers");
          }
          return tree;
        });
  }

  private static void orphan(Changes changes, Stored child, String owner) {
    changes.update(
        child.type(),
        child.namespace(),
        child.name(),
        tree -> {
          ObjectNode metadata = Json.child(tree, "metadata");
          ArrayNode kept = Json.object().putArray("kept");
          for (JsonNode reference : metadata.path("ownerReferences")) {
            if (!reference.path("uid").asText("").equals(owner)) {
              kept.add(reference);
            }
          }
          metadata.set("ownerReferences", kept);
          if (kept.isEmpty()) {
            metadata.remove("ownerReferences");
          }
          return tree;
        });
  }

  private static ObjectNode success(Stored object) {
    ObjectNode status = success();
    ObjectNode details = status.putObject("details").put("name", object.name());
    if (!object.type().group().isEmpty()) {
      details.put("group", object.type().group());
    }
    details.put("kind", object.type().plural()).put("uid", object.uid());
    return status;
  }

  /** A {@code Status} that says it was done. */
  static ObjectNode success() {
    ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    return status.put("status", "Success");
  }

  Answer deleteCollection(ApiRequest request) {
    View view = views.of(request);
    Where where = request.where();
    DeleteOptions options = DeleteOptions.of(request, bodies);
    Changes changes = options.dryRun() ? store.rehearsal() : store;
    Selection selection = Selection.of(request);
    List<Stored> chosen =
        store.list(where.type(), where.scope()).stream().filter(selection::matches).toList();
    for (Stored object : chosen) {
      try {
        delete(changes, where, object.namespace(), object.name(), options);
      } catch (ApiProblem problem) {
        if (problem.code() != 404) {
          throw problem;
        }
      }
    }
    ObjectNode metadata =
        Json.object().put("resourceVersion", String.valueOf(store.snapshot().revision()));
    return Answer.json(200, view.list(where.spoken(), metadata, chosen));
  }
}
