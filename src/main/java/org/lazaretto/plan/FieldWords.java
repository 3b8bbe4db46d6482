package org.lazaretto.plan;

import java.util.List;

/** What a field is called in a sentence. */
public final class FieldWords {
  /** Where keys stand that somebody chose: a bare {@code status} would be taken for a field. */
  private static final List<Keys> KEYS =
      List.of(
          new Keys("/metadata/labels/", "label"),
          new Keys("/metadata/annotations/", "annotation"),
          new Keys("/spec/selector/", "selector"));

  private record Keys(String place, String word) {}

  private FieldWords() {}

  /** The last segment of a JSON pointer, as its key is written, and of what it is a key. */
  public static String of(String pointer) {
    String key = NodeWords.field(pointer);
    return KEYS.stream()
        .filter(keys -> pointer.startsWith(keys.place()))
        .findFirst()
        .map(keys -> keys.word() + " " + key)
        .orElse(key);
  }
}
