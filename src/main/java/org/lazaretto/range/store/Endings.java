package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** How objects end: preconditions, grace and finalizers, as a real API server handles them. */
final class Endings {
  private static final long DEFAULT_POD_GRACE = 30;
  private static final Set<String> OVER = Set.of("Succeeded", "Failed");

  private Endings() {}

  static void check(Stored current, Deletion how) {
    how.uid()
        .filter(uid -> !uid.equals(current.uid()))
        .ifPresent(uid -> {
          throw ApiProblem.conflict(
              current.type(),
              current.name(),
              "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated"
                  .formatted(uid, current.uid()));
        });
    String version = String.valueOf(current.resourceVersion());
    how.resourceVersion()
        .filter(wanted -> !wanted.equals(version))
        .ifPresent(wanted -> {
          throw ApiProblem.conflict(
              current.type(),
              current.name(),
              "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified"
                  .formatted(wanted, version));
        });
  }

  /** Only a pod that a kubelet looks after has something to end; all else goes at once. */
  static long graceSeconds(Stored current, ObjectNode tree, Deletion how) {
    boolean runs =
        current.type().equals(ResourceTypes.PODS)
            && current.field("spec.nodeName").isPresent()
            && !OVER.contains(current.field("status.phase").orElse(""));
    if (!runs) {
      return 0;
    }
    JsonNode own = tree.path("spec").path("terminationGracePeriodSeconds");
    JsonNode before = tree.path("metadata").path("deletionGracePeriodSeconds");
    long unasked = before.isNumber() ? before.asLong() : own.asLong(DEFAULT_POD_GRACE);
    long grace = how.graceSeconds().orElse(unasked);
    return grace < 0 ? 1 : grace;
  }

  static void addFinalizer(ObjectNode metadata, String finalizer) {
    for (JsonNode there : metadata.path("finalizers")) {
      if (there.asText().equals(finalizer)) {
        return;
      }
    }
    metadata.withArray("finalizers").add(finalizer);
  }

  /** A second deletion can shorten the grace, never lengthen it. */
  static void mark(ObjectNode metadata, Instant now, long grace) {
    Instant ends = now.plusSeconds(grace);
    if (metadata.hasNonNull("deletionTimestamp")) {
      long before = metadata.path("deletionGracePeriodSeconds").asLong(0);
      if (grace >= before) {
        return;
      }
      Instant promised = Instant.parse(metadata.path("deletionTimestamp").asText());
      ends = promised.minusSeconds(before).plusSeconds(grace);
    }
    metadata.put("deletionTimestamp", ends.truncatedTo(ChronoUnit.SECONDS).toString());
    metadata.put("deletionGracePeriodSeconds", grace);
  }
}
