package org.lazaretto.journal;

import java.util.Optional;

/**
 * The last request of a step and what came back, for those who may not know the wire.
 *
 * @param request method and path with query
 * @param body the request's body, empty if none
 * @param status the HTTP status; 0 if no answer came
 * @param auditId the header {@code Audit-Id}; may be empty
 * @param resourceVersion of the object in the answer; may be empty
 */
public record SentRequest(
    String request, String body, int status, String auditId, String resourceVersion) {
  /** What was sent; empty if nothing was. */
  public static Optional<SentRequest> of(Entry.Outcome outcome) {
    return outcome
        .exchange()
        .map(sent ->
            new SentRequest(
                sent.request(),
                sent.body(),
                sent.status(),
                sent.auditId(),
                sent.resourceVersion()));
  }
}
