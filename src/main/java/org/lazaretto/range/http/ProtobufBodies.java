package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lazaretto.range.http.ProtobufWire.Part;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.ApiProblem;

/** Bodies in the protobuf envelope of Kubernetes, which begins with {@code k8s\0}. */
final class ProtobufBodies {
  private static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";
  private static final int MAGIC = 0x6b387300;
  private static final int TYPE = 1;
  private static final int RAW = 2;

  private ProtobufBodies() {}

  static boolean isProtobuf(ApiRequest.Body body) {
    return body.mediaType().equals(MEDIA_TYPE);
  }

  /**
   * An object with the apiVersion and kind of its envelope.
   *
   * @throws ApiProblem 400 if it cannot be read, 415 if it says what its shape does not know
   */
  static ObjectNode object(ApiRequest.Body body, Struct shape) {
    ByteBuffer bytes = ByteBuffer.wrap(body.bytes());
    if (bytes.remaining() < Integer.BYTES || bytes.getInt() != MAGIC) {
      throw ApiProblem.badRequest("the protobuf body does not begin with its magic number");
    }
    Map<Integer, Part> envelope = ProtobufWire.all(bytes);
    ByteBuffer raw = envelope.containsKey(RAW) ? envelope.get(RAW).bytes() : ByteBuffer.allocate(0);
    ObjectNode object = Protobuf.read(raw, shape);
    if (envelope.containsKey(TYPE)) {
      Map<Integer, Part> type = ProtobufWire.all(envelope.get(TYPE).bytes());
      put(object, "apiVersion", type, 1);
      put(object, "kind", type, 2);
    }
    return object;
  }

  private static void put(ObjectNode object, String field, Map<Integer, Part> type, int number) {
    if (type.containsKey(number) && !type.get(number).text().isEmpty()) {
      object.put(field, type.get(number).text());
    }
  }
}
