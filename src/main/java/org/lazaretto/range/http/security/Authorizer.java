package org.lazaretto.range.http.security;

import java.util.List;

/** Decides what somebody may do. Called by any thread. */
public interface Authorizer {
  /** Whether this is allowed. */
  boolean allows(Identity who, Access what);

  /**
   * What somebody may do in a namespace, as a rules review tells it; never less than {@link
   * #allows} would allow of the verbs asked for.
   */
  List<Rule> rules(Identity who, String namespace);

  /**
   * One rule of a review.
   *
   * @param verbs what may be done
   * @param groups in which API groups
   * @param resources with what; {@code *} is anything
   */
  record Rule(List<String> verbs, List<String> groups, List<String> resources) {
    /** Copies what it holds. */
    public Rule {
      verbs = List.copyOf(verbs);
      groups = List.copyOf(groups);
      resources = List.copyOf(resources);
    }
  }
}
