package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Roles and bindings decide, as they stand. */
class RbacTest {
  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
  private static final String ROLES = RBAC + "namespaces/shop/roles";
  private static final String BINDINGS = RBAC + "namespaces/shop/rolebindings";
  private static final String ACCOUNTS = "/api/v1/namespaces/shop/serviceaccounts";

  private static PracticeServer practice;
  private static TestClient admin;

  @BeforeAll
  static void start() throws IOException {
    practice = new PracticeServer();
    admin = TestClient.admin(practice);
  }

  @AfterAll
  static void stop() throws IOException {
    admin.close();
    practice.close();
  }

  private static TestClient as(String user) {
    return admin.header("Impersonate-User", user);
  }

  private static void role(String name, String rules) {
    TestClient.Reply reply =
        admin.post(ROLES, "{'metadata':{'name':'%s'},'rules':[%s]}".formatted(name, rules));
    assertThat(reply.code()).as(reply.text()).isEqualTo(201);
  }

  private static void bind(String name, String kind, String role, String subject) {
    TestClient.Reply reply =
        admin.post(
            BINDINGS,
            "{'metadata':{'name':'%s'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'%s','name':'%s'},'subjects':[%s]}"
                .formatted(name, kind, role, subject));
    assertThat(reply.code()).as(reply.text()).isEqualTo(201);
  }

  private static String user(String name) {
    return "{'apiGroup':'rbac.authorization.k8s.io','kind':'User','name':'%s'}".formatted(name);
  }

  @Test
  void a_role_holds_in_its_namespace_only_and_as_soon_as_it_is_bound() {
    TestClient ann = as("ann");
    assertThat(ann.get("/api/v1/namespaces/shop/pods").code()).isEqualTo(403);

    role("see-pods", "{'verbs':['get','list'],'apiGroups':[''],'resources':['pods']}");
    bind("ann", "Role", "see-pods", user("ann"));

    assertThat(ann.get("/api/v1/namespaces/shop/pods").code()).isEqualTo(200);
    assertThat(ann.get("/api/v1/namespaces/shop/pods/web-1/log").code()).isEqualTo(403);
    assertThat(ann.get("/api/v1/pods").at("/message"))
        .isEqualTo(
            "pods is forbidden: User \"ann\" cannot list resource \"pods\" in API group \"\" at"
                + " the cluster scope");
  }

  @Test
  void names_and_subresources_of_a_rule_are_kept_to() {
    role(
        "one",
        "{'verbs':['get'],'apiGroups':['apps'],'resources':['deployments/scale'],'resourceNames':['web']}");
    bind("bob", "Role", "one", user("bob"));
    String path = "/apis/apps/v1/namespaces/shop/deployments/";

    assertThat(as("bob").get(path + "web/scale").code()).isEqualTo(200);
    assertThat(as("bob").get(path + "web").code()).isEqualTo(403);
    assertThat(as("bob").get(path + "other/scale").code()).isEqualTo(403);
  }

  @Test
  void a_binding_to_a_missing_role_grants_nothing_and_the_refusal_says_so() {
    bind("cid", "Role", "gone", user("cid"));

    assertThat(as("cid").get("/api/v1/namespaces/shop/pods").at("/message"))
        .endsWith(
            "in the namespace \"shop\": RBAC: role.rbac.authorization.k8s.io \"gone\" not found");
  }

  @Test
  void aggregated_roles_follow_their_parts() {
    bind("dan", "ClusterRole", "view", user("dan"));
    String path = "/apis/lab.example/v1/namespaces/shop/samples";
    assertThat(as("dan").get("/api/v1/namespaces/shop/pods").code()).isEqualTo(200);
    assertThat(as("dan").get("/api/v1/namespaces/shop/secrets").code()).isEqualTo(403);
    assertThat(as("dan").get(path).code()).isEqualTo(403);

    admin.post(
        RBAC + "clusterroles",
        "{'metadata':{'name':'see-samples','labels':{'rbac.authorization.k8s.io/aggregate-to-view':'true'}},'rules':[{'verbs':['list'],'apiGroups':['lab.example'],'resources':['samples']}]}");

    assertThat(as("dan").get(path).code()).isEqualTo(404);
    assertThat(admin.get(RBAC + "clusterroles/admin").text()).contains("samples");
  }

  @Test
  void nobody_grants_what_they_do_not_hold() {
    role(
        "grant", "{'verbs':['*'],'apiGroups':['rbac.authorization.k8s.io'],'resources':['roles']}");
    bind("eve", "Role", "grant", user("eve"));
    String secrets =
        "{'metadata':{'name':'mine'},'rules':[{'verbs':['get','list'],'apiGroups':[''],'resources':['secrets']}]}";

    TestClient.Reply refused = as("eve").post(ROLES, secrets);

    assertThat(refused.code()).isEqualTo(201);
    admin.delete(ROLES + "/mine");
    admin.put(
        ROLES + "/grant",
        "{'metadata':{'name':'grant'},'rules':[{'verbs':['create'],'apiGroups':['rbac.authorization.k8s.io'],'resources':['roles','rolebindings']}]}");
    assertThat(as("eve").post(ROLES, secrets).at("/message"))
        .isEqualTo(
            """
            roles.rbac.authorization.k8s.io "mine" is forbidden: user "eve" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:
            {APIGroups:[""], Resources:["secrets"], Verbs:["get" "list"]}\
            """);
    assertThat(
            as("eve")
                .post(
                    BINDINGS,
                    "{'metadata':{'name':'x'},'roleRef':{'apiGroup':'rbac.authorization.k8s.io','kind':'ClusterRole','name':'cluster-admin'},'subjects':[%s]}"
                        .formatted(user("eve")))
                .at("/message"))
        .contains("attempting to grant RBAC permissions not currently held")
        .contains("{APIGroups:[\"*\"], Resources:[\"*\"], Verbs:[\"*\"]}");
  }

  @Test
  void impersonation_is_a_right_of_its_own() {
    try (TestClient responder = TestClient.withToken(practice, PracticeServer.RESTRICTED_TOKEN)) {
      TestClient.Reply reply = responder.header("Impersonate-User", "ann").get("/api/v1/pods");

      assertThat(reply.code()).isEqualTo(403);
      assertThat(reply.at("/message"))
          .isEqualTo(
              "users \"ann\" is forbidden: User \"responder\" cannot impersonate resource"
                  + " \"users\" in API group \"\" at the cluster scope");
    }
  }

  @Test
  void a_service_account_is_known_by_its_token_until_it_ends() {
    admin.post(ACCOUNTS, "{'metadata':{'name':'robot'}}");
    bind(
        "robot",
        "ClusterRole",
        "view",
        "{'kind':'ServiceAccount','name':'robot','namespace':'shop'}");
    String token =
        admin
            .post(ACCOUNTS + "/robot/token", "{'spec':{'expirationSeconds':600}}")
            .at("/status/token");

    try (TestClient robot = TestClient.withToken(practice, token)) {
      assertThat(robot.get("/api/v1/namespaces/shop/pods").code()).isEqualTo(200);
      assertThat(robot.get("/api/v1/namespaces/default/pods").at("/message"))
          .contains("User \"system:serviceaccount:shop:robot\" cannot list");
      assertThat(
              robot
                  .post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}")
                  .at("/status/userInfo/groups/1"))
          .isEqualTo("system:serviceaccounts:shop");
      practice.clock.advance(Duration.ofSeconds(601));
      assertThat(robot.get("/api/v1/namespaces/shop/pods").code()).isEqualTo(401);
    }
    assertThat(
            admin
                .post(ACCOUNTS + "/robot/token", "{'spec':{'expirationSeconds':60}}")
                .at("/message"))
        .contains("may not specify a duration less than 10 minutes");
  }

  @Test
  void a_token_that_stands_in_a_secret_ends_with_its_account() {
    admin.post(ACCOUNTS, "{'metadata':{'name':'old'}}");
    String token =
        admin
            .post(
                "/api/v1/namespaces/shop/secrets",
                "{'metadata':{'name':'old-token','annotations':{'kubernetes.io/service-account.name':'old'}},'type':'kubernetes.io/service-account-token'}")
            .at("/data/token");
    String plain =
        new String(
            java.util.Base64.getDecoder().decode(token), java.nio.charset.StandardCharsets.UTF_8);

    try (TestClient old = TestClient.withToken(practice, plain)) {
      assertThat(old.get("/api/v1/pods").code()).isEqualTo(403);
      admin.delete(ACCOUNTS + "/old");
      assertThat(old.get("/api/v1/pods").code()).isEqualTo(401);
    }
  }

  @Test
  void a_right_can_be_taken_from_everybody_and_reviews_tell_it() {
    practice.security.authorizer().deny("patch", "nodes");
    String mayI =
        "{'spec':{'resourceAttributes':{'verb':'patch','resource':'nodes','name':'node-a'}}}";

    assertThat(admin.patch("/api/v1/nodes/node-a", "merge-patch", "{}").at("/message"))
        .isEqualTo(
            "nodes \"node-a\" is forbidden: User \"admin\" cannot patch resource \"nodes\" in API"
                + " group \"\" at the cluster scope");
    assertThat(
            admin
                .post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", mayI)
                .at("/status/allowed"))
        .isEqualTo("false");
    practice.security.authorizer().clear();
    assertThat(admin.patch("/api/v1/nodes/node-a", "merge-patch", "{}").code()).isEqualTo(200);
  }

  @Test
  void others_can_be_asked_about() {
    String review =
        "{'spec':{'user':'%s','groups':['viewers'],'resourceAttributes':{'namespace':'shop','verb':'list','resource':'%s'}}}";
    String path = "/apis/authorization.k8s.io/v1/";

    assertThat(
            admin
                .post(path + "subjectaccessreviews", review.formatted("zoe", "pods"))
                .at("/status/allowed"))
        .isEqualTo("true");
    assertThat(
            admin
                .post(
                    path + "namespaces/shop/localsubjectaccessreviews",
                    review.formatted("zoe", "secrets"))
                .at("/status/allowed"))
        .isEqualTo("false");
    assertThat(as("zoe").post(path + "subjectaccessreviews", review).code()).isEqualTo(403);
  }
}
