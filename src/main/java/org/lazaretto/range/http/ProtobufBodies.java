package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Map;
import org.lazaretto.range.http.Protobuf.Field;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.Json;

/**
 * The few kinds of bodies that {@code kubectl} sends as protobuf, in the envelope {@code k8s\0}
 * (numbers of fields from the {@code generated.proto} files of Kubernetes' API).
 */
final class ProtobufBodies {
  private static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";
  private static final int MAGIC = 0x6b387300;

  private static final Map<Integer, Field> METADATA =
      Map.of(1, new Field.Text("name"), 3, new Field.Text("namespace"));
  private static final Map<Integer, Field> DELETE_OPTIONS =
      Map.of(
          1, new Field.Whole("gracePeriodSeconds"),
          2,
              new Field.Message(
                  "preconditions",
                  Map.of(1, new Field.Text("uid"), 2, new Field.Text("resourceVersion"))),
          3, new Field.Flag("orphanDependents"),
          4, new Field.Text("propagationPolicy"),
          5, new Field.Texts("dryRun"));
  private static final Map<Integer, Field> RESOURCE =
      Map.of(
          1, new Field.Text("namespace"),
          2, new Field.Text("verb"),
          3, new Field.Text("group"),
          4, new Field.Text("version"),
          5, new Field.Text("resource"),
          6, new Field.Text("subresource"),
          7, new Field.Text("name"));
  private static final Map<Integer, Field> ACCESS_SPEC =
      Map.of(
          1, new Field.Message("resourceAttributes", RESOURCE),
          2,
              new Field.Message(
                  "nonResourceAttributes",
                  Map.of(1, new Field.Text("path"), 2, new Field.Text("verb"))));
  private static final Field BODY_METADATA = new Field.Message("metadata", METADATA);

  private static final Map<String, Map<Integer, Field>> KINDS =
      Map.of(
          "DeleteOptions", DELETE_OPTIONS,
          "Eviction",
              Map.of(1, BODY_METADATA, 2, new Field.Message("deleteOptions", DELETE_OPTIONS)),
          "SelfSubjectReview", Map.of(1, BODY_METADATA),
          "SelfSubjectAccessReview",
              Map.of(1, BODY_METADATA, 2, new Field.Message("spec", ACCESS_SPEC)),
          "SelfSubjectRulesReview",
              Map.of(
                  1,
                  BODY_METADATA,
                  2,
                  new Field.Message("spec", Map.of(1, new Field.Text("namespace")))));

  private static final Map<Integer, Field> TYPE =
      Map.of(1, new Field.Text("apiVersion"), 2, new Field.Text("kind"));

  private ProtobufBodies() {}

  /**
   * A body in whichever form it came.
   *
   * @param kind what it must be
   * @throws ApiProblem 400 if it cannot be read or is something else, 415 if its form is unknown
   */
  static ObjectNode orTree(ApiRequest.Body body, String kind) {
    if (!body.mediaType().equals(MEDIA_TYPE)) {
      ObjectNode tree = Bodies.tree(body, kind);
      expect(tree.path("kind").asText(kind), kind);
      return tree;
    }
    ByteBuffer bytes = ByteBuffer.wrap(body.bytes());
    if (bytes.remaining() < Integer.BYTES || bytes.getInt() != MAGIC) {
      throw ApiProblem.badRequest("the protobuf body does not begin with its magic number");
    }
    Map<Integer, Field> envelope =
        Map.of(
            1,
            new Field.Message("type", TYPE),
            2,
            new Field.Message("raw", KINDS.getOrDefault(kind, Map.of())));
    ObjectNode unknown = Protobuf.read(bytes, envelope);
    expect(unknown.path("type").path("kind").asText(kind), kind);
    return Json.child(unknown, "raw");
  }

  private static void expect(String actual, String kind) {
    if (!actual.equals(kind)) {
      throw ApiProblem.badRequest(
          "the object provided is unrecognized (must be of type " + kind + "): it is a " + actual);
    }
  }
}
