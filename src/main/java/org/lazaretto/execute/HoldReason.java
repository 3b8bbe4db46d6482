package org.lazaretto.execute;

/**
 * Why a plan is held.
 *
 * @param id the finding's or the guard's id, or a word for what is wrong with the approval itself
 * @param text what is missing and what to do, for a person
 * @param waivable whether a written waiver of that id lets the plan go on
 */
public record HoldReason(String id, String text, boolean waivable) {
  @Override
  public String toString() {
    return id + ": " + text;
  }
}
