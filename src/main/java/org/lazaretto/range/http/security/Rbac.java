package org.lazaretto.range.http.security;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.range.http.security.RoleBook.Grant;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.Snapshot;

/**
 * Allows what the roles say that are bound to somebody, and to {@code system:masters} everything; a
 * role or binding counts as soon as it is stored.
 */
public final class Rbac implements Authorizer {
  private static final PolicyRule EVERYTHING =
      new PolicyRule(
          List.of(PolicyRule.ANY),
          List.of(PolicyRule.ANY),
          List.of(PolicyRule.ANY),
          List.of(),
          List.of());
  private static final PolicyRule EVERY_PATH =
      new PolicyRule(
          List.of(PolicyRule.ANY), List.of(), List.of(), List.of(), List.of(PolicyRule.ANY));

  private final ObjectStore store;
  private final AtomicReference<RoleBook> book;

  /** Decides by the roles and bindings in a store. */
  public Rbac(ObjectStore store) {
    this.store = store;
    this.book = new AtomicReference<>(RoleBook.of(store.snapshot()));
  }

  private RoleBook book() {
    Snapshot now = store.snapshot();
    RoleBook known = book.get();
    if (known.holdsFor(now)) {
      return known;
    }
    RoleBook read = RoleBook.of(now);
    book.set(read);
    return read;
  }

  @Override
  public Decision decide(Identity who, Access what) {
    if (who.groups().contains(Identity.MASTERS)) {
      return new Decision(true, "");
    }
    List<Grant> grants = book().grants(who, what.namespace());
    boolean allowed =
        grants.stream()
            .flatMap(grant -> grant.rules().stream())
            .flatMap(List::stream)
            .anyMatch(rule -> rule.allows(what));
    return new Decision(allowed, allowed ? "" : missing(grants));
  }

  /** Roles that are bound but are not there, in the words of a real server. */
  private static String missing(List<Grant> grants) {
    List<String> roles =
        grants.stream().filter(g -> g.rules().isEmpty()).map(Grant::role).distinct().toList();
    return switch (roles.size()) {
      case 0 -> "";
      case 1 -> "RBAC: " + roles.getFirst();
      default -> "RBAC: [" + String.join(", ", roles) + "]";
    };
  }

  @Override
  public List<PolicyRule> rules(Identity who, String namespace) {
    if (who.groups().contains(Identity.MASTERS)) {
      return List.of(EVERYTHING, EVERY_PATH);
    }
    return book().grants(who, namespace).stream()
        .flatMap(grant -> grant.rules().stream())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
