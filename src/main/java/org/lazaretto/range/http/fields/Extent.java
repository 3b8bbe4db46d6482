package org.lazaretto.range.http.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.http.fields.Elements.Element;
import org.lazaretto.range.http.shape.Shape;
import org.lazaretto.range.http.shape.Shape.ListOf;
import org.lazaretto.range.http.shape.Shape.Merging;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.store.Json;

/** Which fields an object has, and in which two objects differ. */
final class Extent {
  private static final List<String> NOBODYS =
      List.of(
          "name",
          "namespace",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink",
          "uid",
          "resourceVersion",
          "generation",
          "managedFields");

  private Extent() {}

  /** The fields that a configuration states. */
  static FieldSet of(JsonNode tree, Shape shape) {
    Optional<Map<String, Element>> parts = Elements.of(tree, shape);
    if (parts.isEmpty() || parts.get().isEmpty()) {
      return FieldSet.LEAF;
    }
    boolean keyed = shape instanceof ListOf(Shape of, Merging.ByKeys keys);
    FieldSet set = FieldSet.NONE;
    for (Map.Entry<String, Element> part : parts.get().entrySet()) {
      FieldSet inner = of(part.getValue().value(), part.getValue().shape());
      set = set.with(part.getKey(), keyed ? inner.andItself() : inner);
    }
    return set;
  }

  /** Without the fields that nobody owns. */
  static FieldSet ownable(FieldSet set) {
    FieldSet metadata = set.at("f:metadata");
    for (String field : NOBODYS) {
      metadata = metadata.with("f:" + field, FieldSet.NONE);
    }
    metadata = new FieldSet(false, metadata.below());
    return set.with("f:apiVersion", FieldSet.NONE)
        .with("f:kind", FieldSet.NONE)
        .with("f:metadata", metadata);
  }

  /**
   * What differs between two objects.
   *
   * @param changed fields that are new or say something else
   * @param removed fields that are gone
   */
  record Difference(FieldSet changed, FieldSet removed) {
    static final Difference NONE = new Difference(FieldSet.NONE, FieldSet.NONE);
  }

  static Difference between(JsonNode before, JsonNode after, Shape shape) {
    if (Json.same(before, after)) {
      return Difference.NONE;
    }
    Optional<Map<String, Element>> old = Elements.of(before, shape);
    Optional<Map<String, Element>> fresh = Elements.of(after, shape);
    if (old.isEmpty() || fresh.isEmpty()) {
      return whole(before, after, shape);
    }
    Set<String> names = new LinkedHashSet<>(old.get().keySet());
    names.addAll(fresh.get().keySet());
    Difference all = Difference.NONE;
    for (String name : names) {
      all = with(all, name, old.get(), fresh.get());
    }
    return all;
  }

  private static Difference with(
      Difference all, String name, Map<String, Element> old, Map<String, Element> fresh) {
    Element was = old.get(name);
    Element is = fresh.get(name);
    if (is == null && was != null) {
      FieldSet gone = of(was.value(), was.shape()).andItself();
      return new Difference(all.changed(), all.removed().with(name, gone));
    }
    if (was == null && is != null) {
      FieldSet born = name.startsWith("k:") ? added(is).andItself() : added(is);
      return new Difference(all.changed().with(name, born), all.removed());
    }
    if (was == null || is == null) {
      return all;
    }
    Difference inner = between(was.value(), is.value(), is.shape());
    return new Difference(
        all.changed().with(name, inner.changed()), all.removed().with(name, inner.removed()));
  }

  /** A map or list that is new belongs to who made it, together with what is in it. */
  private static FieldSet added(Element element) {
    Optional<Map<String, Element>> parts = Elements.of(element.value(), element.shape());
    if (parts.isEmpty() || parts.get().isEmpty()) {
      return FieldSet.LEAF;
    }
    boolean keyed = element.shape() instanceof ListOf(Shape of, Merging.ByKeys keys);
    FieldSet set = element.shape() instanceof Struct ? FieldSet.NONE : FieldSet.LEAF;
    for (Map.Entry<String, Element> part : parts.get().entrySet()) {
      FieldSet inner = added(part.getValue());
      set = set.with(part.getKey(), keyed ? inner.andItself() : inner);
    }
    return set;
  }

  private static Difference whole(JsonNode before, JsonNode after, Shape shape) {
    if (after.isMissingNode() || after.isNull()) {
      return new Difference(FieldSet.NONE, of(before, shape).andItself());
    }
    return new Difference(of(after, shape), FieldSet.NONE);
  }
}
