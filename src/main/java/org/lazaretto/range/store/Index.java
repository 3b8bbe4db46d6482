package org.lazaretto.range.store;

import java.util.List;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/** Objects by a word that they carry; immutable, updated in step with the objects. */
final class Index {
  private static final Index EMPTY = new Index(HashTreePMap.empty());

  private final HashPMap<String, TreePMap<String, Stored>> entries;

  private Index(HashPMap<String, TreePMap<String, Stored>> entries) {
    this.entries = entries;
  }

  static Index empty() {
    return EMPTY;
  }

  Index with(List<String> words, Stored object) {
    HashPMap<String, TreePMap<String, Stored>> next = entries;
    for (String word : words) {
      next = next.plus(word, next.getOrDefault(word, TreePMap.empty()).plus(id(object), object));
    }
    return words.isEmpty() ? this : new Index(next);
  }

  Index without(List<String> words, Stored object) {
    HashPMap<String, TreePMap<String, Stored>> next = entries;
    for (String word : words) {
      TreePMap<String, Stored> rest = next.getOrDefault(word, TreePMap.empty()).minus(id(object));
      next = rest.isEmpty() ? next.minus(word) : next.plus(word, rest);
    }
    return words.isEmpty() ? this : new Index(next);
  }

  List<Stored> at(String word) {
    return List.copyOf(entries.getOrDefault(word, TreePMap.empty()).values());
  }

  private static String id(Stored object) {
    return object.namespace() + "/" + object.name() + "/" + object.type().qualified();
  }
}
