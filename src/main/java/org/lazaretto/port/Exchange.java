package org.lazaretto.port;

/**
 * One request and its answer, as they went over the wire, without credentials.
 *
 * @param request method and path with query, such as {@code PATCH /api/v1/nodes/n1}
 * @param body the request's body, empty if none
 * @param status the HTTP status
 * @param auditId the header {@code Audit-Id}; may be empty
 * @param resourceVersion of the object in the answer; may be empty
 */
public record Exchange(
    String request, String body, int status, String auditId, String resourceVersion) {}
