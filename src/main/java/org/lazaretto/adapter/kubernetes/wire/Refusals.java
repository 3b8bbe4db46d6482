package org.lazaretto.adapter.kubernetes.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PortException.Answer;
import org.lazaretto.port.PortException.Kind;

/** What it means that the server answered with something else than success. */
public final class Refusals {
  private static final int MOST_WORDS = 1000;

  private Refusals() {}

  /** The refusal that this answer is. */
  public static PortException of(Answered answered) {
    JsonNode status = answered.json();
    Answer answer = answer(answered, status);
    Kind kind = kind(answered, status);
    String said = answer.detail().isEmpty() ? "" : ": " + answer.detail();
    return new PortException(
        kind, answered.call().line() + ": " + spoken(kind, answer.status()) + said, answer);
  }

  /**
   * Whether the API server itself says that there is no such object. A proxy that has lost its
   * cluster answers 404 to everything, which does not say that anything is gone.
   */
  public static boolean absent(Answered answered) {
    JsonNode status = answered.json();
    return answered.head().status() == 404
        && text(status, "kind").equals("Status")
        && text(status, "reason").equals("NotFound");
  }

  /**
   * The object that the server has; empty if it says that it has none.
   *
   * @throws PortException if it refuses, or if the answer is nothing that an API server says
   */
  public static Optional<JsonNode> object(Answered answered) throws PortException {
    if (absent(answered)) {
      return Optional.empty();
    }
    JsonNode object = answered.json();
    if (answered.head().status() != 404 && !answered.head().good()) {
      throw of(answered);
    }
    if (object.path("metadata").path("uid").asText("").isEmpty()) {
      throw new PortException(
          Kind.SERVER_ERROR,
          answered.call().line()
              + ": what answered ("
              + answered.head().status()
              + ") is no Kubernetes API server");
    }
    return Optional.of(object);
  }

  private static Kind kind(Answered answered, JsonNode status) {
    int code = answered.head().status();
    if (answered.call().change() && mayHaveHappened(code, status)) {
      return Kind.NO_ANSWER;
    }
    return switch (code) {
      case 401 -> Kind.UNAUTHORIZED;
      case 403 -> Kind.FORBIDDEN;
      case 404 ->
          answered.call().change() && !absent(answered) ? Kind.SERVER_ERROR : Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 410 -> Kind.GONE;
      case 429 -> Kind.THROTTLED;
      default -> code >= 500 ? Kind.SERVER_ERROR : Kind.INVALID;
    };
  }

  /** A gateway that gave up, or a store that answered too late, does not say what was done. */
  private static boolean mayHaveHappened(int code, JsonNode status) {
    return code == 502
        || code == 504
        || (code >= 500 && text(status, "message").contains("etcdserver: request timed out"));
  }

  private static String spoken(Kind kind, int code) {
    return switch (kind) {
      case UNAUTHORIZED -> "the server refused our credentials (401): log in again";
      case FORBIDDEN -> "not allowed (403)";
      case NOT_FOUND -> "not there (404)";
      case CONFLICT -> "it has changed meanwhile (409)";
      case GONE -> "too old (410)";
      case THROTTLED -> "not now (429)";
      case SERVER_ERROR -> "the server failed (" + code + ")";
      case NO_ANSWER -> "a gateway gave up (" + code + "); it may have been carried out";
      case INVALID, UNREACHABLE, LOCAL -> "refused (" + code + ")";
    };
  }

  private static Answer answer(Answered answered, JsonNode status) {
    StringBuilder detail = new StringBuilder(text(status, "message"));
    String reason = text(status, "reason");
    for (JsonNode cause : status.path("details").path("causes")) {
      if (text(cause, "reason").equals("DisruptionBudget")) {
        reason = "DisruptionBudget";
      }
      String words = text(cause, "message");
      if (!words.isEmpty() && detail.indexOf(words) < 0) {
        detail.append(detail.isEmpty() ? "" : " ").append(words);
      }
    }
    detail.setLength(Math.min(detail.length(), MOST_WORDS));
    return new Answer(
        answered.head().status(),
        reason,
        detail.toString(),
        retryAfter(answered.head().retryAfter(), status),
        answered.head().auditId());
  }

  private static Optional<Duration> retryAfter(String header, JsonNode status) {
    if (header.matches("[0-9]{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }
    int seconds = status.path("details").path("retryAfterSeconds").asInt(0);
    return seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
