package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of an object. It is kept as the bytes that are served, because a tree of it takes
 * five times the memory; beside them stands only what selectors and indices ask for. Immutable.
 */
public final class Stored {
  private final ResourceType type;
  private final ObjectKey key;
  private final String uid;
  private final long resourceVersion;
  private final byte[] json;
  private final Marks marks;

  private record Marks(
      Map<String, String> labels,
      Map<String, String> fields,
      List<String> ownerUids,
      boolean deleting) {}

  private Stored(ResourceType type, ObjectNode tree, byte[] json) {
    JsonNode metadata = tree.path("metadata");
    this.type = type;
    this.key =
        new ObjectKey(
            metadata.path("namespace").asText("").intern(), metadata.path("name").asText(""));
    this.uid = metadata.path("uid").asText("");
    this.resourceVersion = metadata.path("resourceVersion").asLong(0);
    this.json = json;
    this.marks =
        new Marks(
            labels(metadata.path("labels")),
            FieldLabels.values(type, tree),
            owners(metadata.path("ownerReferences")),
            metadata.hasNonNull("deletionTimestamp"));
  }

  /** Takes a complete tree: with apiVersion, kind, name, uid and resourceVersion. */
  static Stored of(ResourceType type, ObjectNode tree) {
    return new Stored(type, tree, Json.bytes(tree));
  }

  private static Map<String, String> labels(JsonNode labels) {
    Map<String, String> read = new LinkedHashMap<>();
    labels
        .properties()
        .forEach(label -> read.put(label.getKey().intern(), label.getValue().asText().intern()));
    return Map.copyOf(read);
  }

  private static List<String> owners(JsonNode references) {
    List<String> uids = new ArrayList<>();
    references.forEach(reference -> Json.text(reference, "uid").ifPresent(uids::add));
    return List.copyOf(uids);
  }

  /** Its kind. */
  public ResourceType type() {
    return type;
  }

  /** Namespace and name. */
  public ObjectKey key() {
    return key;
  }

  /** Empty if it lives in no namespace. */
  public String namespace() {
    return key.namespace();
  }

  /** Its name. */
  public String name() {
    return key.name();
  }

  /** Unique for all time. */
  public String uid() {
    return uid;
  }

  /** The store's revision at which this version came to be. */
  public long resourceVersion() {
    return resourceVersion;
  }

  /** The object as served, UTF-8, with apiVersion and kind. Not a copy: nobody may change it. */
  public byte[] json() {
    return json;
  }

  /** Its labels. */
  public Map<String, String> labels() {
    return marks.labels();
  }

  /**
   * What field selectors of its kind can ask for, by field label; a field without value is empty
   * text.
   */
  public Map<String, String> fields() {
    return marks.fields();
  }

  /** One field of {@link #fields()}, if it is not empty. */
  public Optional<String> field(String label) {
    return Optional.ofNullable(marks.fields().get(label)).filter(value -> !value.isEmpty());
  }

  /** The uids in its ownerReferences. */
  public List<String> ownerUids() {
    return marks.ownerUids();
  }

  /** Whether it has a deletionTimestamp. */
  public boolean deleting() {
    return marks.deleting();
  }

  /** A fresh tree of it, which the caller may change. */
  public ObjectNode tree() {
    return Json.object(json);
  }

  @Override
  public String toString() {
    return type.qualified() + " " + key.namespace() + "/" + key.name() + "@" + resourceVersion;
  }
}
