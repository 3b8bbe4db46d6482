package org.lazaretto.range.http.security;

import java.util.List;

/** Decides what somebody may do. Called by any thread. */
public interface Authorizer {
  /** Whether this is allowed. */
  Decision decide(Identity who, Access what);

  /** What somebody may do in a namespace, as a rules review tells it. */
  List<PolicyRule> rules(Identity who, String namespace);

  /** Whether {@link #rules} says everything; if not, more may be refused than it tells. */
  default boolean rulesAreComplete() {
    return true;
  }

  /** Whether this is allowed, in one word. */
  default boolean allows(Identity who, Access what) {
    return decide(who, what).allowed();
  }

  /**
   * A decision.
   *
   * @param allowed or not
   * @param reason what a refusal adds, or empty
   */
  record Decision(boolean allowed, String reason) {}
}
