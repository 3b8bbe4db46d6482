package org.lazaretto.model;

import java.util.Optional;

/**
 * One change of one field of an object, with what is needed to take it back. Values are JSON texts;
 * two texts are the same value if their trees are.
 */
public sealed interface FieldEdit {
  /** Where the field stands, as a JSON pointer (RFC 6901). */
  String pointer();

  /** What takes this change back. */
  FieldEdit reversed();

  /**
   * A field gets another value.
   *
   * @param former its value before; empty if the field was absent
   * @param wanted its value after; empty to remove the field
   */
  record Value(String pointer, Optional<String> former, Optional<String> wanted)
      implements FieldEdit {
    @Override
    public Value reversed() {
      return new Value(pointer, wanted, former);
    }
  }

  /**
   * A list gets or loses one entry, wherever in the list; what others add meanwhile stays.
   *
   * @param item the entry, a JSON object whose members identify it; members that a server adds are
   *     not looked at
   * @param add whether the entry comes or goes
   */
  record Item(String pointer, String item, boolean add) implements FieldEdit {
    @Override
    public Item reversed() {
      return new Item(pointer, item, !add);
    }
  }

  /** A key as one segment of a JSON pointer. */
  static String segment(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of a label. */
  static String label(String key) {
    return "/metadata/labels/" + segment(key);
  }

  /** The pointer of an annotation. */
  static String annotation(String key) {
    return "/metadata/annotations/" + segment(key);
  }
}
