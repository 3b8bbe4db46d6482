package org.lazaretto.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an intruder finds in a container is worth what the roles say, until its pod is gone. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTokensTest {
  private static final String FOLDER = "/var/run/secrets/kubernetes.io/serviceaccount/";
  private Kubectl kubectl;
  private PracticeRange range;

  @BeforeAll
  void theScenarioRuns(@TempDir Path home) throws Exception {
    Kubectl.isNeeded();
    range = PracticeRange.start(Wish.scenario("cryptominer-eks", 30, home));
    kubectl = new Kubectl(range.kubeconfig(), home);
  }

  @AfterAll
  void theScenarioEnds() throws Exception {
    if (range != null) {
      range.close();
    }
  }

  private String pod(String app) throws Exception {
    String[] words = {"get", "pods", "-n", "shop", "-l", "app=" + app, "-o", "name"};
    return kubectl.ok(words).lines().findFirst().orElseThrow();
  }

  private String sh(String pod, String line) throws Exception {
    Kubectl.Ended ended = kubectl.run("exec", "-n", "shop", pod, "--", "sh", "-c", line);
    return ended.out() + ended.err();
  }

  private static String curl(String options, String target) {
    return "cd %s; curl -sS --cacert ca.crt %s https://kubernetes.default.svc%s"
        .formatted(FOLDER, options, target);
  }

  @Test
  void the_token_of_a_container_is_its_account_s_and_dies_with_the_pod() throws Exception {
    String pod = pod("orders");
    String name = pod.substring(pod.indexOf('/') + 1);
    String token = sh(pod, "cat " + FOLDER + "token");
    assertThat(sh(pod, "cat " + FOLDER + "token")).isEqualTo(token);
    assertThat(kubectl.ok("--token", token, "auth", "whoami"))
        .contains(
            "system:serviceaccount:shop:orders", "authentication.kubernetes.io/pod-name", name);
    String made =
        kubectl.ok(
            "create",
            "token",
            "orders",
            "-n",
            "shop",
            "--bound-object-kind=Pod",
            "--bound-object-name=" + name);
    assertThat(kubectl.ok("--token", made.strip(), "auth", "whoami")).contains(name);

    kubectl.ok("delete", "-n", "shop", pod, "--now");

    for (String each : new String[] {token, made.strip()}) {
      Kubectl.Ended gone = kubectl.run("--token", each, "auth", "whoami");
      assertThat(gone.status()).isEqualTo(1);
      assertThat(gone.err()).contains("You must be logged in to the server");
    }
  }

  @Test
  void curl_in_a_container_asks_the_api_with_it_and_roles_decide() throws Exception {
    String pod = pod("orders");
    String bearer = "-H \"Authorization: Bearer $(cat token)\"";
    String pods = "/api/v1/namespaces/shop/configmaps";
    assertThat(sh(pod, curl("", pods))).contains("\"code\":401");
    assertThat(sh(pod, curl(bearer, pods)))
        .contains(
            "configmaps is forbidden: User \\\"system:serviceaccount:shop:orders\\\" cannot list"
                + " resource \\\"configmaps\\\"");
    kubectl.ok(
        "create", "role", "-n", "shop", "reader", "--verb=list,create", "--resource=configmaps");
    kubectl.ok(
        "create",
        "rolebinding",
        "-n",
        "shop",
        "r",
        "--role=reader",
        "--serviceaccount=shop:orders");
    assertThat(sh(pod, curl(bearer, pods))).contains("ConfigMapList", "kube-root-ca.crt");
    String made =
        bearer
            + " -H 'Content-Type: application/json' -d '{\"metadata\":{\"name\":\"left\"}}' -o /dev/null"
            + " -w '%{http_code}'";
    assertThat(sh(pod, curl(made, pods))).isEqualTo("201");
    assertThat(kubectl.ok("get", "configmap", "-n", "shop", "left", "-o", "name"))
        .contains("configmap/left");
    assertThat(range.audit().entries())
        .anyMatch(e -> e.user().equals("system:serviceaccount:shop:orders") && e.code() == 201);
  }

  @Test
  void a_token_in_a_secret_outlives_every_pod_and_ends_with_its_account() throws Exception {
    kubectl.ok("create", "serviceaccount", "-n", "shop", "robot");
    String secret =
        """
        apiVersion: v1
        kind: Secret
        type: kubernetes.io/service-account-token
        metadata: {name: robot-token, namespace: shop, annotations: {kubernetes.io/service-account.name: robot}}
        """;
    kubectl.with(secret, "apply", "-f", "-");
    String token =
        new String(
            java.util.Base64.getDecoder()
                .decode(
                    kubectl.ok(
                        "get",
                        "secret",
                        "-n",
                        "shop",
                        "robot-token",
                        "-o",
                        "jsonpath={.data.token}")),
            java.nio.charset.StandardCharsets.US_ASCII);
    kubectl.ok("delete", "-n", "shop", pod("catalog"), "--now");
    assertThat(kubectl.ok("--token", token, "auth", "whoami")).contains(":robot");
    kubectl.ok("delete", "serviceaccount", "-n", "shop", "robot");
    assertThat(kubectl.run("--token", token, "auth", "whoami").status()).isEqualTo(1);
  }

  @Test
  void a_token_for_somebody_else_is_no_use_here() throws Exception {
    String other =
        kubectl.ok("create", "token", "default", "-n", "shop", "--audience=sts.amazonaws.com");
    assertThat(kubectl.run("--token", other.strip(), "get", "pods").err())
        .contains("You must be logged in to the server");
  }

  @Test
  void a_secret_of_the_scenario_holds_a_token_too() throws Exception {
    String data = "jsonpath={.data.token}";
    String coded = kubectl.ok("get", "secret", "-n", "shop", "payments-ci", "-o", data);
    String token =
        new String(
            java.util.Base64.getDecoder().decode(coded),
            java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(kubectl.ok("--token", token, "auth", "whoami")).contains(":payments");
  }
}
