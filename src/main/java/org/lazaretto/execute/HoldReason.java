package org.lazaretto.execute;

import java.util.List;
import org.lazaretto.model.ObjectRef;

/**
 * Why a plan is held.
 *
 * @param id the finding's or the guard's id, or a word for what is wrong with the approval itself
 * @param objects what it is about; empty if it is the plan or its approval
 * @param text what is missing and what to do, for a person
 * @param waivable whether a written waiver of that id and these objects lets the plan go on
 */
public record HoldReason(String id, List<ObjectRef> objects, String text, boolean waivable) {
  /** Copies what it is given. */
  public HoldReason {
    objects = List.copyOf(objects);
  }

  /** About the plan or its approval. */
  public HoldReason(String id, String text, boolean waivable) {
    this(id, List.of(), text, waivable);
  }

  @Override
  public String toString() {
    return id + ": " + text;
  }
}
