package org.lazaretto.range.http.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who sends a request.
 *
 * @param user the name
 * @param groups the groups, with {@code system:authenticated}
 * @param extra what else is known, such as the pod that a token was issued for
 */
public record Identity(String user, List<String> groups, Map<String, List<String>> extra) {
  /** The group that may do anything. */
  public static final String MASTERS = "system:masters";

  /** The group of all who are known. */
  public static final String AUTHENTICATED = "system:authenticated";

  /** Somebody who said nothing about who they are. */
  public static final Identity ANONYMOUS =
      new Identity("system:anonymous", List.of("system:unauthenticated"));

  private static final String ACCOUNTS = "system:serviceaccounts";

  /** Copies its parts. */
  public Identity {
    groups = List.copyOf(groups);
    extra = Map.copyOf(extra);
  }

  /** Of whom nothing else is known. */
  public Identity(String user, List<String> groups) {
    this(user, groups, Map.of());
  }

  /** The same with what else is known. */
  Identity with(Map<String, List<String>> more) {
    return new Identity(user, groups, more);
  }

  /** Somebody known by name, in these groups and among the authenticated. */
  public static Identity of(String user, String... groups) {
    return of(user, List.of(groups));
  }

  static Identity of(String user, List<String> groups) {
    List<String> all = new ArrayList<>(groups);
    if (!all.contains(AUTHENTICATED)) {
      all.add(AUTHENTICATED);
    }
    return new Identity(user, all);
  }

  /** A service account. */
  public static Identity ofServiceAccount(String namespace, String name) {
    return of(serviceAccountName(namespace, name), ACCOUNTS, ACCOUNTS + ":" + namespace);
  }

  static String serviceAccountName(String namespace, String name) {
    return "system:serviceaccount:" + namespace + ":" + name;
  }
}
