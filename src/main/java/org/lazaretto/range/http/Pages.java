package org.lazaretto.range.http;

import java.util.Optional;
import org.lazaretto.range.http.security.Identity;

/** Answers for paths that are no objects. */
@FunctionalInterface
interface Pages {
  /** The answer, if there is such a page. */
  Optional<Answer> answer(PageRequest request);

  /**
   * A request for a page.
   *
   * @param method as in {@code GET}
   * @param path without query
   * @param accept the forms that the client reads
   * @param body what it sent
   * @param who sent it; nobody in particular for public pages
   */
  record PageRequest(
      String method, String path, String accept, ApiRequest.Body body, Identity who) {
    boolean reads() {
      return method.equals("GET");
    }
  }
}
