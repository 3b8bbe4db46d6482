package org.lazaretto.adapter.kubernetes.decode;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes equal immutable values one object in memory: what the pods of a template share is kept
 * once. Bounded: when it is full it forgets all and begins anew, which costs memory, not truth.
 */
public final class Shared {
  private static final int BOUND = 200_000;

  private final ConcurrentHashMap<Object, Object> values = new ConcurrentHashMap<>();

  /** The one object for this value. */
  @SuppressWarnings("unchecked")
  <T> T one(T value) {
    Object known = values.get(value);
    if (known == null) {
      if (values.mappingCount() >= BOUND) {
        values.clear();
      }
      known = values.putIfAbsent(value, value);
    }
    return known == null ? value : (T) known;
  }
}
