package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
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
      implements Answer {}

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

  static Answer json(int code, JsonNode tree) {
    return new Whole(code, JSON, Buffer.buffer(Json.bytes(tree)), Map.of());
  }

  static Answer json(int code, byte[] body) {
    return new Whole(code, JSON, Buffer.buffer(body), Map.of());
  }

  static Answer json(int code, Buffer body) {
    return new Whole(code, JSON, body, Map.of());
  }

  static Answer text(int code, String text) {
    return new Whole(code, "text/plain; charset=utf-8", Buffer.buffer(text), Map.of());
  }

  static Answer problem(ApiProblem problem) {
    return new Whole(
        problem.code(), JSON, Buffer.buffer(Json.bytes(problem.status())), problem.headers());
  }
}
