package org.lazaretto.range.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;

/**
 * What a server serves at the moment: the kinds it came with, and those that were defined since.
 */
final class Kinds {
  private final Supplier<List<ResourceType>> custom;

  private Kinds(Supplier<List<ResourceType>> custom) {
    this.custom = custom;
  }

  /** The kinds that a server comes with, and those that the definitions in a store define. */
  static Kinds in(ObjectStore store) {
    return new Kinds(new CustomKinds(store)::types);
  }

  /** The kinds that a server comes with. */
  static Kinds builtIn() {
    return new Kinds(List::of);
  }

  /** The kind behind a path. */
  Optional<ResourceType> find(String group, String version, String plural) {
    return ResourceTypes.find(group, version, plural)
        .or(() ->
            Stream.concat(ReviewTypes.all().stream(), custom.get().stream())
                .filter(t -> t.group().equals(group) && t.version().equals(version))
                .filter(t -> t.plural().equals(plural))
                .findFirst());
  }

  /** What discovery tells of at the moment. */
  Catalogue catalogue() {
    return Catalogue.of(custom.get());
  }
}
