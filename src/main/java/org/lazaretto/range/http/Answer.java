package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.Stored;

/** What a client gets. */
sealed interface Answer {
  /** The form of nearly every answer. */
  String JSON = "application/json";

  /**
   * An answer that is complete.
   *
   * @param code HTTP status
   * @param contentType the body's
   * @param body what is sent
   * @param headers beside the usual ones
   */
  record Whole(int code, String contentType, Buffer body, Map<String, String> headers)
      implements Answer {
    private static final int MOST_WARNINGS = 20;
    private static final int LONGEST = 256;

    /** The same with warnings, which clients show to people. */
    Whole warning(List<String> warnings) {
      if (warnings.isEmpty()) {
        return this;
      }
      String all =
          warnings.stream()
              .limit(MOST_WARNINGS)
              .map(text -> "299 - \"" + harmless(text) + "\"")
              .collect(Collectors.joining(", "));
      Map<String, String> more = new HashMap<>(headers);
      more.put("Warning", all);
      return new Whole(code, contentType, body, Map.copyOf(more));
    }

    /** A client's own words must not end the header or begin another. */
    private static String harmless(String text) {
      String plain = text.replaceAll("[^ -~]", "?");
      String some = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
      return some.replace("\\", "\\\\").replace("\"", "\\\"");
    }
  }

  /**
   * An answer that goes on.
   *
   * @param contentType of what is sent
   * @param live sends it
   */
  record Ongoing(String contentType, Live live) implements Answer {}

  /**
   * A way into a container, over a WebSocket only.
   *
   * @param pod whose
   * @param errand what for
   * @param door who lets in
   */
  record Channels(Stored pod, ContainerDoor.Errand errand, ContainerDoor door) implements Answer {}

  /** Sends bit by bit. */
  @FunctionalInterface
  interface Live {
    /** Begins to send; called once, in a thread that may block. */
    void begin(Outlet outlet);
  }

  static Whole json(int code, JsonNode tree) {
    return new Whole(code, JSON, Buffer.buffer(Json.bytes(tree)), Map.of());
  }

  static Whole json(int code, byte[] body) {
    return new Whole(code, JSON, Buffer.buffer(body), Map.of());
  }

  static Whole json(int code, Buffer body) {
    return new Whole(code, JSON, body, Map.of());
  }

  static Whole text(int code, String text) {
    return new Whole(code, "text/plain; charset=utf-8", Buffer.buffer(text), Map.of());
  }

  static Whole problem(ApiProblem problem) {
    return new Whole(
        problem.code(), JSON, Buffer.buffer(Json.bytes(problem.status())), problem.headers());
  }
}
