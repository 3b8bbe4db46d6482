package org.lazaretto.graph.lens;

/** Which pods the lens shows, with their owners and nodes. */
public sealed interface LensScope {
  /** The suspects, the other pods of their owners, and all pods on their nodes. */
  record Suspects() implements LensScope {}

  /** The pods of a namespace. */
  record Namespace(String name) implements LensScope {}

  /** The pods on a node. */
  record OnNode(String name) implements LensScope {}
}
