package org.lazaretto.range.http;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import org.lazaretto.range.http.security.Identity;
import org.lazaretto.range.store.ResourceType;

/**
 * A request for objects, after its sender was found to be allowed to make it.
 *
 * @param verb as in {@code list}
 * @param where what it is for
 * @param query the words behind the question mark
 * @param accept the forms that the client reads
 * @param body what it sent
 * @param who sent it
 * @param agent the program that they use, as it calls itself
 */
record ApiRequest(
    String verb, Where where, Query query, String accept, Body body, Identity who, String agent) {
  /**
   * What a client sent.
   *
   * @param contentType with parameters, or empty
   * @param buffer empty if nothing
   */
  record Body(String contentType, Buffer buffer) {
    byte[] bytes() {
      return buffer.getBytes();
    }

    /** Without parameters, in small letters. */
    String mediaType() {
      int semicolon = contentType.indexOf(';');
      String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
      return type.strip().toLowerCase(Locale.ROOT);
    }
  }

  /** The kind, in the version in which it is stored. */
  ResourceType type() {
    return where.type();
  }

  /** The kind, in the version that the client speaks. */
  ResourceType spoken() {
    return where.spoken();
  }
}
