package org.lazaretto.range.http;

import java.util.Map;

/** The API server as the containers of its cluster reach it. Called by many threads. */
@FunctionalInterface
public interface ApiLine {
  /**
   * A request.
   *
   * @param method as in {@code GET}
   * @param target path and query
   * @param headers by their names in any case; each once
   * @param body empty if there is none
   */
  record Question(String method, String target, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Question {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * An answer.
   *
   * @param status HTTP's
   * @param headers by their names in small letters
   * @param body whole; of an answer that goes on what there is at once
   */
  record Reply(int status, Map<String, String> headers, String body) {
    /** Copies the headers. */
    public Reply {
      headers = Map.copyOf(headers);
    }
  }

  /** Asks, and has the answer at once. */
  Reply ask(Question question);

  /** A server that is not there yet. */
  static ApiLine closed() {
    return question -> new Reply(503, Map.of(), "");
  }
}
