package org.lazaretto.model;

import java.util.List;

/**
 * What a service account may do, and by which Secrets it is known.
 *
 * @param account the service account, {@code v1 ServiceAccount}
 * @param bindings the bindings that name it
 * @param tokens the Secrets that hold tokens of it, without their content
 */
public record AccountAccess(ObjectRef account, List<Binding> bindings, List<ObjectRef> tokens) {
  /** Copies what it is given. */
  public AccountAccess {
    bindings = List.copyOf(bindings);
    tokens = List.copyOf(tokens);
  }

  /**
   * A RoleBinding or ClusterRoleBinding.
   *
   * @param role what it grants, such as {@code ClusterRole edit}
   * @param subjects its subjects, each as JSON
   * @param naming those of them that are the account
   */
  public record Binding(ObjectRef object, String role, List<String> subjects, List<String> naming) {
    /** Copies what it is given. */
    public Binding {
      subjects = List.copyOf(subjects);
      naming = List.copyOf(naming);
    }
  }
}
