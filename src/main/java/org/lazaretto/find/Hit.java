package org.lazaretto.find;

import java.util.List;
import org.lazaretto.model.Node;
import org.lazaretto.model.Pod;

/** One thing that was found, and why. All texts are hostile input, to be made visible. */
public sealed interface Hit {
  /** What matched: one entry for each term, in their order. */
  List<Match> matches();

  /**
   * Where a term was found.
   *
   * @param value the whole text that holds the term, as the cluster wrote it
   */
  record Match(Field field, String value) {}

  /** A pod as it was when the search was prepared. */
  record OfPod(Pod pod, List<Match> matches) implements Hit {
    /** Copies what it is given. */
    public OfPod {
      matches = List.copyOf(matches);
    }
  }

  /** A node as it was when the search was prepared. */
  record OfNode(Node node, List<Match> matches) implements Hit {
    /** Copies what it is given. */
    public OfNode {
      matches = List.copyOf(matches);
    }
  }
}
