package org.lazaretto.graph.lens;

/**
 * A line between two boxes, from left to right.
 *
 * @param from the id of the left one
 * @param to the id of the right one
 * @param suspect whether the pod at one end is a suspect
 */
public record Edge(String from, String to, boolean suspect) {
  /** Whether it ends at that box. */
  public boolean touches(String id) {
    return from.equals(id) || to.equals(id);
  }
}
