package org.lazaretto.adapter.kubernetes.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.NamespaceEntry;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;

/** Decodes the kinds of which there are few enough to read a tree first. */
final class TreeDecoder implements ObjectDecoder {
  /** A namespace is its name and UID. */
  static final FromTree NAMESPACE = (ref, root) -> new NamespaceEntry(ref);

  private final ObservedKind kind;
  private final Shared shared;
  private final FromTree reader;

  TreeDecoder(ObservedKind kind, Shared shared, FromTree reader) {
    this.kind = kind;
    this.shared = shared;
    this.reader = reader;
  }

  /** Makes the record of a tree whose name and UID are known. */
  @FunctionalInterface
  interface FromTree {
    /** The record; missing fields read as empty. */
    ClusterObject object(ObjectRef ref, JsonNode root) throws IOException;
  }

  @Override
  public Decoded decode(JsonParser parser) throws IOException {
    JsonNode root = Json.MAPPER.readTree(parser);
    JsonNode meta = root.path("metadata");
    String uid = Json.text(meta.path("uid"));
    String name = Json.text(meta.path("name"));
    String revision = Json.text(meta.path("resourceVersion"));
    if (uid.isEmpty() || name.isEmpty()) {
      return new Decoded(uid, revision, Optional.empty());
    }
    String namespace = shared.one(Json.text(meta.path("namespace")));
    ObjectRef ref = kind.ref(namespace, name, uid);
    return new Decoded(uid, revision, Optional.of(reader.object(ref, root)));
  }
}
