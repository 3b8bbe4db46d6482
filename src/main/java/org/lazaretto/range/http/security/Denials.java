package org.lazaretto.range.http.security;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses what a test or a facilitator took away, to everybody and whatever the roles say; reviews
 * tell it too. For the rest others decide.
 */
public final class Denials implements Authorizer {
  private final Authorizer others;
  private final Set<Denial> denials = ConcurrentHashMap.newKeySet();

  /** Leaves to others what is not taken away. */
  public Denials(Authorizer others) {
    this.others = others;
  }

  private record Denial(String verb, String resource) {
    boolean covers(Access what) {
      return is(verb, what.verb()) && is(resource, what.qualifiedResource());
    }

    private static boolean is(String wanted, String actual) {
      return wanted.equals(PolicyRule.ANY) || wanted.equals(actual);
    }
  }

  /**
   * Takes a right away.
   *
   * @param verb as in {@code patch}; {@code *} is any
   * @param resource plural, with the subresource behind a slash, as in {@code pods/eviction}
   */
  public void deny(String verb, String resource) {
    denials.add(new Denial(verb, resource));
  }

  /** Gives all back. */
  public void clear() {
    denials.clear();
  }

  @Override
  public Decision decide(Identity who, Access what) {
    boolean denied =
        what.path().isEmpty() && denials.stream().anyMatch(denial -> denial.covers(what));
    return denied ? new Decision(false, "") : others.decide(who, what);
  }

  @Override
  public List<PolicyRule> rules(Identity who, String namespace) {
    return others.rules(who, namespace);
  }

  @Override
  public boolean rulesAreComplete() {
    return denials.isEmpty() && others.rulesAreComplete();
  }
}
