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

  static Snapshot listAt(ObjectStore store, Query query) {
    Snapshot now = store.snapshot();
    notInTheFuture(now, query);
    Optional<String> match = query.text("resourceVersionMatch");
    OptionalLong asked = query.number("resourceVersion");
    if (match.isPresent() && asked.isEmpty()) {
      throw ApiProblem.badRequest(
          "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless"
              + " resourceVersion is provided");
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
