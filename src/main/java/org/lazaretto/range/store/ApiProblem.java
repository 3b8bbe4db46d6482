package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A refusal in the words of a real API server; it is served as a {@code Status}. */
public final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;
  private final transient ObjectNode details;

  private ApiProblem(int code, String reason, String message, ObjectNode details) {
    super(message, null, false, false);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  /**
   * One cause of a refusal.
   *
   * @param reason machine's word, as in {@code DisruptionBudget}
   * @param message for people
   * @param field the field it is about, or empty
   */
  public record Cause(String reason, String message, String field) {}

  /** A refusal without details. */
  public static ApiProblem of(int code, String reason, String message) {
    return new ApiProblem(code, reason, message, Json.object());
  }

  /** A refusal about one object of a type. */
  public static ApiProblem about(
      int code, String reason, ResourceType type, String name, String message) {
    ObjectNode details = Json.object();
    if (!name.isEmpty()) {
      details.put("name", name);
    }
    if (!type.group().isEmpty()) {
      details.put("group", type.group());
    }
    details.put("kind", type.plural());
    return new ApiProblem(code, reason, message, details);
  }

  /** 404: no such object. */
  public static ApiProblem notFound(ResourceType type, String name) {
    return about(404, "NotFound", type, name, type.qualified() + " \"" + name + "\" not found");
  }

  /** 403: somebody may not do it, or a rule of the server is against it. */
  public static ApiProblem forbidden(ResourceType type, String name, String why) {
    String object = name.isEmpty() ? "" : " \"" + name + "\"";
    return about(403, "Forbidden", type, name, type.qualified() + object + " is forbidden: " + why);
  }

  /** 403 about something that need not be a kind that is known. */
  public static ApiProblem refused(String group, String plural, String name, String words) {
    ObjectNode details = Json.object();
    String what = group.isEmpty() ? plural : plural + "." + group;
    if (!name.isEmpty()) {
      details.put("name", name);
      what += " \"" + name + "\"";
    }
    if (!group.isEmpty()) {
      details.put("group", group);
    }
    return new ApiProblem(403, "Forbidden", what + " " + words, details.put("kind", plural));
  }

  /** 409: the name is taken. */
  public static ApiProblem alreadyExists(ResourceType type, String name) {
    return about(
        409, "AlreadyExists", type, name, type.qualified() + " \"" + name + "\" already exists");
  }

  /** 409: somebody else was faster, or a precondition does not hold. */
  public static ApiProblem conflict(ResourceType type, String name, String why) {
    String message =
        "Operation cannot be fulfilled on " + type.qualified() + " \"" + name + "\": " + why;
    return about(409, "Conflict", type, name, message);
  }

  /** 409: the object was changed since the caller read it. */
  public static ApiProblem modified(ResourceType type, String name) {
    return conflict(
        type,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  /** 400: the request makes no sense. */
  public static ApiProblem badRequest(String message) {
    return of(400, "BadRequest", message);
  }

  /** 410: the past that was asked for is forgotten. */
  public static ApiProblem expired(String message) {
    return of(410, "Expired", message);
  }

  /** 422: the object breaks rules, one cause each. */
  public static ApiProblem invalid(ResourceType type, String name, List<Cause> causes) {
    StringBuilder words = new StringBuilder();
    for (Cause cause : causes) {
      words.append(words.isEmpty() ? "" : ", ").append(cause.field()).append(": ");
      words.append(cause.message());
    }
    String all = causes.size() == 1 ? words.toString() : "[" + words + "]";
    String kind = type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group();
    ApiProblem problem =
        about(422, "Invalid", type, name, kind + " \"" + name + "\" is invalid: " + all);
    problem.details.put("kind", type.kind());
    return problem.with(causes);
  }

  /** The same with causes. */
  public ApiProblem with(List<Cause> causes) {
    ObjectNode more = details.deepCopy();
    ArrayNode list = more.putArray("causes");
    for (Cause cause : causes) {
      ObjectNode entry = list.addObject().put("reason", cause.reason());
      entry.put("message", cause.message());
      if (!cause.field().isEmpty()) {
        entry.put("field", cause.field());
      }
    }
    return new ApiProblem(code, reason, message(), more);
  }

  /** The same with the word when to try again. */
  public ApiProblem retryAfter(int seconds) {
    ObjectNode more = details.deepCopy().put("retryAfterSeconds", seconds);
    return new ApiProblem(code, reason, message(), more);
  }

  /** HTTP status. */
  public int code() {
    return code;
  }

  /** Machine's word, as in {@code NotFound}. */
  public String reason() {
    return reason;
  }

  /** For people. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Headers that the answer carries beside the usual ones. */
  public Map<String, String> headers() {
    return details.has("retryAfterSeconds")
        ? Map.of("Retry-After", details.get("retryAfterSeconds").asText())
        : Map.of();
  }

  /** The {@code Status} object that is served. */
  public ObjectNode status() {
    ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    status.put("status", "Failure").put("message", message()).put("reason", reason);
    if (!details.isEmpty()) {
      status.set("details", details.deepCopy());
    }
    return status.put("code", code);
  }
}
