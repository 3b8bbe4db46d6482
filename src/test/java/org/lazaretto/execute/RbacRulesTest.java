package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Permission;
import org.lazaretto.plan.Wizard;

/** The permission matrix, and what is missing as objects that may be pasted. */
class RbacRulesTest {
  private static final Permission PATCH = new Permission("patch", "", "nodes", "", "");

  @Test
  void verbs_of_one_resource_stand_in_one_rule_and_bind_to_the_caller() {
    String yaml =
        RbacRules.yaml(
            List.of(
                PATCH,
                new Permission("get", "", "nodes", "", ""),
                new Permission("create", "", "pods", "eviction", ""),
                PATCH),
            "ada@example.org");

    assertThat(yaml)
        .isEqualTo(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata:
              name: lazaretto-responder
            rules:
            - apiGroups: [""]
              resources: ["nodes"]
              verbs: ["get", "patch"]
            - apiGroups: [""]
              resources: ["pods/eviction"]
              verbs: ["create"]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata:
              name: lazaretto-responder
            roleRef:
              apiGroup: rbac.authorization.k8s.io
              kind: ClusterRole
              name: lazaretto-responder
            subjects:
            - kind: User
              apiGroup: rbac.authorization.k8s.io
              name: "ada@example.org"
            """);
  }

  @Test
  void a_right_in_one_namespace_is_a_role_there_and_an_account_is_bound_as_one() {
    String yaml =
        RbacRules.yaml(
            List.of(new Permission("create", "", "pods", "eviction", "shop")),
            "system:serviceaccount:tools:responder");

    assertThat(yaml)
        .contains("kind: Role\n")
        .contains("namespace: \"shop\"")
        .contains("kind: RoleBinding\n")
        .contains("- kind: ServiceAccount\n  namespace: \"tools\"\n  name: \"responder\"\n")
        .doesNotContain("ClusterRole");
  }

  @Test
  void nothing_missing_is_nothing_written() {
    assertThat(RbacRules.yaml(List.of(), "ada")).isEmpty();
  }

  @Test
  void a_hostile_name_stays_one_quoted_text() {
    String yaml = RbacRules.yaml(List.of(PATCH), "x\"\n- kind: Group\u001b\u202e");

    assertThat(yaml).contains("name: \"x\\\"\\n- kind: Group\\u001B\\u202e\"\n");
    assertThat(yaml.lines().filter(line -> line.contains("kind: Group"))).hasSize(1);
  }

  @Test
  void the_matrix_asks_for_each_right_once_and_tells_denied_from_untold() {
    Stage stage = Stage.of(Clusters.cordonedShop());
    stage.cluster.deny(PATCH);
    stage.cluster.script.fail(
        "may " + new Permission("create", "", "pods", "eviction", "").spoken(),
        Script.unreachable());

    PermissionMatrix matrix =
        new Preflight(stage.cluster).matrix(List.of(Wizard.CORDON, Wizard.EVACUATE));

    assertThat(matrix.rows().keySet()).containsExactly("observe", "cordon", "evacuate");
    assertThat(matrix.verdict("observe")).isEqualTo("allowed");
    assertThat(matrix.verdict("cordon")).isEqualTo("1 denied");
    assertThat(matrix.verdict("evacuate")).isEqualTo("1 denied, 1 cannot be told");
    assertThat(matrix.denied()).containsExactly(PATCH);
    assertThat(matrix.complete()).isFalse();
  }
}
