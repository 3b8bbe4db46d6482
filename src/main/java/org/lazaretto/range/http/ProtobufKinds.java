package org.lazaretto.range.http;

import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.http.Protobuf.Field;

/**
 * The kinds that {@code kubectl} sends as protobuf, as far as it fills them in (numbers of fields
 * from the {@code generated.proto} files of Kubernetes' API).
 */
final class ProtobufKinds {
  private static final Field IGNORED = new Field.Ignored();

  private static final Field METADATA =
      new Field.Message(
          "metadata",
          Map.ofEntries(
              Map.entry(1, new Field.Text("name")),
              Map.entry(2, new Field.Text("generateName")),
              Map.entry(3, new Field.Text("namespace")),
              Map.entry(4, IGNORED),
              Map.entry(5, new Field.Text("uid")),
              Map.entry(6, new Field.Text("resourceVersion")),
              Map.entry(7, IGNORED),
              Map.entry(8, IGNORED),
              Map.entry(11, new Field.Words("labels")),
              Map.entry(12, new Field.Words("annotations"))));

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

  private static final Map<Integer, Field> ACCESS =
      Map.of(
          1, new Field.Text("namespace"),
          2, new Field.Text("verb"),
          3, new Field.Text("group"),
          4, new Field.Text("version"),
          5, new Field.Text("resource"),
          6, new Field.Text("subresource"),
          7, new Field.Text("name"));

  private static final Field ACCESS_SPEC =
      new Field.Message(
          "spec",
          Map.of(
              1, new Field.Message("resourceAttributes", ACCESS),
              2,
                  new Field.Message(
                      "nonResourceAttributes",
                      Map.of(1, new Field.Text("path"), 2, new Field.Text("verb")))));

  private static final Map<Integer, Field> CONTAINER =
      Map.of(
          1, new Field.Text("name"),
          2, new Field.Text("image"),
          3, new Field.Texts("command"),
          4, new Field.Texts("args"),
          5, new Field.Text("workingDir"),
          6,
              new Field.Messages(
                  "ports",
                  Map.of(
                      1, new Field.Text("name"),
                      3, new Field.Whole("containerPort"),
                      4, new Field.Text("protocol"))),
          7,
              new Field.Messages(
                  "env", Map.of(1, new Field.Text("name"), 2, new Field.Text("value"))),
          14, new Field.Text("imagePullPolicy"));

  private static final Field TEMPLATE =
      new Field.Message(
          "template",
          Map.of(
              1,
              METADATA,
              2,
              new Field.Message(
                  "spec",
                  Map.of(
                      2, new Field.Messages("containers", CONTAINER),
                      3, new Field.Text("restartPolicy"),
                      8, new Field.Text("serviceAccountName")))));

  private static final Field DEPLOYMENT_SPEC =
      new Field.Message(
          "spec",
          Map.of(
              1, new Field.Whole("replicas"),
              2, new Field.Message("selector", Map.of(1, new Field.Words("matchLabels"))),
              3, TEMPLATE));

  private static final Map<Integer, Field> BOUND =
      Map.of(
          1, new Field.Text("kind"),
          2, new Field.Text("apiVersion"),
          3, new Field.Text("name"),
          4, new Field.Text("uid"));

  private static final Map<Integer, Field> TOKEN_REQUEST =
      Map.of(
          1,
          METADATA,
          2,
          new Field.Message(
              "spec",
              Map.of(
                  1, new Field.Texts("audiences"),
                  3, new Field.Message("boundObjectRef", BOUND),
                  4, new Field.Whole("expirationSeconds"))));

  private static final Map<String, Map<Integer, Field>> KINDS =
      Map.of(
          "DeleteOptions", DELETE_OPTIONS,
          "Eviction", Map.of(1, METADATA, 2, new Field.Message("deleteOptions", DELETE_OPTIONS)),
          "SelfSubjectReview", Map.of(1, METADATA),
          "SelfSubjectAccessReview", Map.of(1, METADATA, 2, ACCESS_SPEC),
          "SelfSubjectRulesReview",
              Map.of(
                  1,
                  METADATA,
                  2,
                  new Field.Message("spec", Map.of(1, new Field.Text("namespace")))),
          "Namespace", Map.of(1, METADATA),
          "ServiceAccount", Map.of(1, METADATA),
          "ConfigMap",
              Map.of(
                  1, METADATA,
                  2, new Field.Words("data"),
                  3, new Field.Data("binaryData"),
                  4, new Field.Flag("immutable")),
          "Secret",
              Map.of(
                  1, METADATA,
                  2, new Field.Data("data"),
                  3, new Field.Text("type"),
                  4, new Field.Words("stringData"),
                  5, new Field.Flag("immutable")),
          "Deployment", Map.of(1, METADATA, 2, DEPLOYMENT_SPEC));

  private ProtobufKinds() {}

  /** The fields of a kind, if it can be read. */
  static Optional<Map<Integer, Field>> fields(String kind) {
    return kind.equals("TokenRequest")
        ? Optional.of(TOKEN_REQUEST)
        : Optional.ofNullable(KINDS.get(kind));
  }
}
