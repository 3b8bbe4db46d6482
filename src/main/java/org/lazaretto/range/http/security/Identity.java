package org.lazaretto.range.http.security;

import java.util.List;

/**
 * Who sends a request.
 *
 * @param user the name
 * @param groups the groups, with {@code system:authenticated}
 */
public record Identity(String user, List<String> groups) {
  /** The group that may do anything. */
  public static final String MASTERS = "system:masters";

  private static final String AUTHENTICATED = "system:authenticated";

  /** Copies the groups. */
  public Identity {
    groups = List.copyOf(groups);
  }

  /** Somebody known by name, in these groups and among the authenticated. */
  public static Identity of(String user, String... groups) {
    List<String> all = new java.util.ArrayList<>(List.of(groups));
    if (!all.contains(AUTHENTICATED)) {
      all.add(AUTHENTICATED);
    }
    return new Identity(user, all);
  }
}
