package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lazaretto.range.http.Protobuf.Field;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/** Bodies in the protobuf envelope of Kubernetes, which begins with {@code k8s\0}. */
final class ProtobufBodies {
  private static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";
  private static final int MAGIC = 0x6b387300;
  private static final Field TYPE =
      new Field.Message("type", Map.of(1, new Field.Text("apiVersion"), 2, new Field.Text("kind")));

  private ProtobufBodies() {}

  static boolean isProtobuf(ApiRequest.Body body) {
    return body.mediaType().equals(MEDIA_TYPE);
  }

  /**
   * A body in whichever form it came.
   *
   * @param kind what it must be
   * @throws ApiProblem 400 if it cannot be read or is something else, 415 if its form is unknown
   */
  static ObjectNode orTree(ApiRequest.Body body, String kind) {
    ObjectNode tree = isProtobuf(body) ? object(body, kind) : Bodies.tree(body, kind);
    String actual = tree.path("kind").asText(kind);
    if (!actual.equals(kind)) {
      throw ApiProblem.badRequest(
          "the object provided is unrecognized (must be of type " + kind + "): it is a " + actual);
    }
    return tree;
  }

  /** An object with the apiVersion and kind of its envelope. */
  static ObjectNode object(ApiRequest.Body body, String kind) {
    Map<Integer, Field> fields = ProtobufKinds.fields(kind).orElseThrow(Bodies::unsupportedForm);
    ByteBuffer bytes = ByteBuffer.wrap(body.bytes());
    if (bytes.remaining() < Integer.BYTES || bytes.getInt() != MAGIC) {
      throw ApiProblem.badRequest("the protobuf body does not begin with its magic number");
    }
    ObjectNode envelope =
        Protobuf.read(bytes, Map.of(1, TYPE, 2, new Field.Message("raw", fields)));
    ObjectNode object = Json.child(envelope, "raw");
    for (String field : new String[] {"apiVersion", "kind"}) {
      Json.text(envelope.path("type"), field).ifPresent(value -> object.put(field, value));
    }
    return object;
  }
}
