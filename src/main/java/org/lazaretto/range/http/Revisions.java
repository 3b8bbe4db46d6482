package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Snapshot;

/** What resourceVersion means in reads (Kubernetes documentation, "API Concepts"). */
final class Revisions {
  private Revisions() {}

  static void notInTheFuture(Snapshot now, Query query) {
    OptionalLong asked = query.number("resourceVersion");
    if (asked.isPresent() && asked.getAsLong() > now.revision()) {
      throw ApiProblem.of(
              504,
              "Timeout",
              "Too large resource version: " + asked.getAsLong() + ", current: " + now.revision())
          .with(
              List.of(
                  new ApiProblem.Cause(
                      "ResourceVersionTooLarge", "Too large resource version", "")))
          .retryAfter(1);
    }
  }

  /**
   * Holds a watch that wants all objects first to its own rules.
   *
   * @throws ApiProblem 422 if it breaks one
   */
  static void checkInitialEvents(Query query) {
    boolean said = query.text("sendInitialEvents").isPresent();
    Optional<String> match = query.text("resourceVersionMatch");
    if (said && match.filter("NotOlderThan"::equals).isEmpty()) {
      throw forbidden("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }
    if (!said && match.isPresent()) {
      throw forbidden(
          "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    }
  }

  private static ApiProblem forbidden(String rule) {
    return ApiProblem.of(
            422,
            "Invalid",
            "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden: " + rule)
        .with(
            List.of(
                new ApiProblem.Cause(
                    "FieldValueForbidden", "Forbidden: " + rule, "resourceVersionMatch")));
  }

  private static void checkMatch(Query query) {
    Optional<String> match = query.text("resourceVersionMatch");
    if (match.isEmpty()) {
      return;
    }
    if (query.text("continue").isPresent()) {
      throw forbidden("resourceVersionMatch is forbidden when continue is provided");
    }
    if (!match.get().equals("Exact") && !match.get().equals("NotOlderThan")) {
      throw ApiProblem.of(
          422,
          "Invalid",
          "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Unsupported value: \""
              + match.get()
              + "\": supported values: \"Exact\", \"NotOlderThan\"");
    }
    if (match.get().equals("Exact") && query.number("resourceVersion").orElse(-1) == 0) {
      throw forbidden("resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
    }
  }

  static Snapshot listAt(ObjectStore store, Query query) {
    Snapshot now = store.snapshot();
    notInTheFuture(now, query);
    checkMatch(query);
    Optional<String> match = query.text("resourceVersionMatch");
    OptionalLong asked = query.number("resourceVersion");
    if (match.isPresent() && asked.isEmpty()) {
      throw forbidden("resourceVersionMatch is forbidden unless resourceVersion is provided");
    }
    boolean exact = match.filter(m -> m.equals("Exact")).isPresent();
    if (!exact || asked.orElse(0) == now.revision()) {
      return now;
    }
    return store
        .pinned(asked.orElse(0))
        .orElseThrow(
            () -> ApiProblem.expired("The resourceVersion for the provided list is too old."));
  }
}
