package org.lazaretto.range.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Has a last hand on what somebody writes: notes whose it is. Called by whoever writes. */
@FunctionalInterface
public interface Scribe {
  /**
   * Notes a change in the object.
   *
   * @param before as it was; empty if it is new
   * @param after as it will be; may be completed, and differs from before
   */
  void note(ResourceType type, ObjectNode before, ObjectNode after);
}
