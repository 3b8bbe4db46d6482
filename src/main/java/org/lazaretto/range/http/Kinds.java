package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lazaretto.range.http.CustomKinds.Custom;
import org.lazaretto.range.http.shape.CustomShapes;
import org.lazaretto.range.http.shape.Shape.Struct;
import org.lazaretto.range.http.shape.Shapes;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/**
 * What a server serves at the moment: the kinds it came with, and those that were defined since.
 */
final class Kinds {
  private final Shapes shapes = Shapes.load();
  private final Supplier<List<Custom>> custom;

  private Kinds(Supplier<List<Custom>> custom) {
    this.custom = custom;
  }

  /** The kinds that a server comes with, and those that the definitions in a store define. */
  static Kinds in(ObjectStore store) {
    return new Kinds(new CustomKinds(store)::all);
  }

  /** The kinds that a server comes with. */
  static Kinds builtIn() {
    return new Kinds(List::of);
  }

  /** The kind behind a path. */
  Optional<ResourceType> find(String group, String version, String plural) {
    Stream<ResourceType> others =
        Stream.concat(Stream.of(ResourceTypes.OLD_AUTOSCALERS), ReviewTypes.all().stream());
    return ResourceTypes.find(group, version, plural)
        .or(() ->
            Stream.concat(others, custom.get().stream().map(Custom::type))
                .filter(t -> t.group().equals(group) && t.version().equals(version))
                .filter(t -> t.plural().equals(plural))
                .findFirst());
  }

  /** A kind in the version in which its objects are stored. */
  static ResourceType stored(ResourceType type) {
    return type.equals(ResourceTypes.OLD_AUTOSCALERS) ? ResourceTypes.AUTOSCALERS : type;
  }

  /** The definition of a kind that was defined. */
  Optional<Custom> custom(ResourceType type) {
    return custom.get().stream().filter(each -> each.type().equals(type)).findFirst();
  }

  /** What the objects of a kind look like. */
  Struct shape(ResourceType type) {
    return shapes
        .ofKind(type.apiVersion(), type.kind())
        .or(() -> custom(type).map(this::shape))
        .orElseThrow(() -> new IllegalArgumentException("no shape of " + type));
  }

  /** What the metadata of every kind looks like. */
  Struct metadata() {
    return shapes.named("ObjectMeta");
  }

  private Struct shape(Custom kind) {
    return CustomShapes.of(
        kind.type().kind(), kind.version().path("schema").path("openAPIV3Schema"), metadata());
  }

  /** What a body looks like that is no object of a kind, as in {@code autoscaling/v1 Scale}. */
  Struct shape(String apiVersion, String kind) {
    return shapes
        .ofKind(apiVersion, kind)
        .orElseThrow(() -> new IllegalArgumentException("no shape of " + kind));
  }

  /** What discovery tells of at the moment. */
  Catalogue catalogue() {
    return Catalogue.of(custom.get().stream().map(Custom::type).toList());
  }
}
