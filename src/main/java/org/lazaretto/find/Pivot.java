package org.lazaretto.find;

import java.util.Set;

/**
 * What connects other pods with the suspects.
 *
 * @param values what they share, such as the digests; hostile text
 * @param pods the UIDs of all active pods that share one of them, the suspects among them
 */
public record Pivot(Kind kind, Set<String> values, Set<String> pods) {
  /** In which respect they are the same, the most telling first. */
  public enum Kind {
    IMAGE_DIGEST,
    SERVICE_ACCOUNT,
    NODE,
    OWNER,
    NAMESPACE
  }

  /** Copies what it is given. */
  public Pivot {
    values = Set.copyOf(values);
    pods = Set.copyOf(pods);
  }
}
