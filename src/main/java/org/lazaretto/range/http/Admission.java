package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lazaretto.range.store.ResourceType;

/** A last hand on objects that clients create, as admission plug-ins have it on a real server. */
@FunctionalInterface
public interface Admission {
  /**
   * Completes or refuses an object before it is stored; called for a rehearsal too, so it must
   * change nothing else.
   *
   * @param tree the object, with defaults; may be changed and returned
   * @throws org.lazaretto.range.store.ApiProblem if it may not be created
   */
  ObjectNode admit(ResourceType type, ObjectNode tree);

  /** Lets everything pass as it is. */
  static Admission none() {
    return (type, tree) -> tree;
  }
}
