package org.lazaretto.range.store;

import java.util.Comparator;

/**
 * Where an object stands among those of its type; lists come in this order.
 *
 * @param namespace empty for what lives in no namespace
 * @param name its name
 */
public record ObjectKey(String namespace, String name) implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::namespace).thenComparing(ObjectKey::name);

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }
}
