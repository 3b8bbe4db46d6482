package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Snapshot;
import org.lazaretto.range.store.Stored;

/** Get and list. */
final class ReadEndpoints {
  private final ObjectStore store;
  private final Views views;

  ReadEndpoints(ObjectStore store, Views views) {
    this.store = store;
    this.views = views;
  }

  Answer get(ApiRequest request) {
    Where where = request.where();
    View view = views.of(request);
    Revisions.notInTheFuture(store.snapshot(), request.query());
    Stored object =
        store
            .get(where.type(), where.namespace(), where.name())
            .orElseThrow(() -> ApiProblem.notFound(where.type(), where.name()));
    return Answer.json(200, view.one(object));
  }

  Answer list(ApiRequest request) {
    View view = views.of(request);
    Selection selection = Selection.of(request);
    OptionalLong limit = request.query().number("limit");
    Page page =
        request.query().text("continue").map(token -> rest(token)).orElseGet(() -> first(request));
    int most =
        limit.isPresent() && limit.getAsLong() > 0
            ? (int) Math.min(limit.getAsLong(), Integer.MAX_VALUE - 1)
            : Integer.MAX_VALUE - 1;
    List<Stored> found = find(page, request.where(), selection, most + 1);
    boolean more = found.size() > most;
    List<Stored> shown = more ? found.subList(0, most) : found;
    ObjectNode metadata =
        Json.object().put("resourceVersion", String.valueOf(page.at().revision()));
    if (more) {
      goOn(metadata, page, request, selection, shown);
    }
    return Answer.json(200, view.list(request.spoken(), metadata, shown));
  }

  private record Page(Snapshot at, ObjectKey after, long shownBefore) {}

  private Page first(ApiRequest request) {
    return new Page(Revisions.listAt(store, request.query()), new ObjectKey("", ""), 0);
  }

  private Page rest(String text) {
    ContinueToken token = ContinueToken.read(text);
    Snapshot at =
        store
            .pinned(token.revision())
            .orElseThrow(() ->
                ApiProblem.expired(
                    "The provided continue parameter is too old to display a consistent list"
                        + " result. You can start a new list without the continue parameter."));
    return new Page(at, token.last(), token.shown());
  }

  private void goOn(
      ObjectNode metadata, Page page, ApiRequest request, Selection selection, List<Stored> shown) {
    store.pin(page.at());
    long before = page.shownBefore() + shown.size();
    ContinueToken token = new ContinueToken(page.at().revision(), shown.getLast().key(), before);
    metadata.put("continue", token.text());
    if (selection.isEverything()) {
      metadata.put(
          "remainingItemCount", page.at().count(request.type(), request.where().scope()) - before);
    }
  }

  private static List<Stored> find(Page page, Where where, Selection selection, int most) {
    List<Stored> found = new ArrayList<>();
    Iterable<Stored> candidates =
        selection
            .candidates(page.at(), where)
            .<Iterable<Stored>>map(
                list -> list.stream().filter(o -> o.key().compareTo(page.after()) > 0).toList())
            .orElseGet(() -> page.at().after(where.type(), where.scope(), page.after()));
    for (Stored object : candidates) {
      if (selection.matches(object)) {
        found.add(object);
        if (found.size() == most) {
          break;
        }
      }
    }
    return found;
  }
}
