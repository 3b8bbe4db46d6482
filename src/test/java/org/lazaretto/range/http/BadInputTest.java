package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no client should send gets the real server's error, and nothing changes. */
class BadInputTest {
  private static final String MAPS = "/api/v1/namespaces/shop/configmaps";

  private static PracticeServer practice;
  private static TestClient client;

  @BeforeAll
  static void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
  }

  @AfterAll
  static void stop() throws IOException {
    client.close();
    practice.close();
  }

  private static TestClient.Reply named(String path, String name) {
    long before = practice.store.snapshot().revision();
    TestClient.Reply reply = client.post(path, "{'metadata':{'name':'%s'}}".formatted(name));
    assertThat(practice.store.snapshot().revision()).isEqualTo(before);
    return reply;
  }

  @Test
  void names_follow_the_rule_of_their_kind() {
    assertThat(named(MAPS, "Big_Name").at("/message"))
        .startsWith(
            "ConfigMap \"Big_Name\" is invalid: metadata.name: Invalid value: \"Big_Name\": a"
                + " lowercase RFC 1123 subdomain must consist of");
    assertThat(named("/api/v1/namespaces", "a.b").at("/message"))
        .contains("a lowercase RFC 1123 label must consist of");
    assertThat(named("/api/v1/namespaces/shop/services", "1a").at("/message"))
        .contains("a DNS-1035 label must consist of");
    assertThat(named("/api/v1/namespaces", "a".repeat(64)).at("/message"))
        .contains("must be no more than 63 characters");
    String roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    assertThat(named(roles, "a/b").at("/message")).contains("may not contain '/'");
    assertThat(client.post(roles, "{'metadata':{'name':'system:odd'}}").code()).isEqualTo(201);
  }

  @Test
  void a_path_in_a_name_leads_nowhere() {
    assertThat(named(MAPS, "../secrets/x").code()).isEqualTo(422);
    assertThat(client.get(MAPS + "/..%2F..%2Fpods").at("/message"))
        .isEqualTo("configmaps \"../../pods\" not found");
    assertThat(client.delete(MAPS + "/..%2F..%2Fpods%2Fweb-1").code()).isEqualTo(404);
    assertThat(client.get("/api/v1/namespaces/shop/pods/web-1").code()).isEqualTo(200);
  }

  @Test
  void an_oversized_body_is_refused() {
    String body = "{'metadata':{'name':'big'},'data':{'a':'" + "x".repeat(3 << 20) + "'}}";

    TestClient.Reply reply = client.post(MAPS, body);

    assertThat(reply.code()).isEqualTo(413);
    assertThat(reply.at("/reason")).isEqualTo("RequestEntityTooLarge");
    assertThat(client.get(MAPS + "/big").code()).isEqualTo(404);
  }

  @Test
  void selectors_and_words_of_the_query_are_checked() {
    assertThat(client.get("/api/v1/pods?labelSelector=a%20in%20(b").at("/message"))
        .isEqualTo("unable to parse requirement: found '', expected: ',' or ')'");
    assertThat(client.get("/api/v1/pods?fieldSelector=foo%3Dbar").at("/message"))
        .isEqualTo("field label not supported: foo");
    assertThat(client.get("/api/v1/pods?resourceVersion=x").code()).isEqualTo(400);
    assertThat(client.get("/api/v1/pods?limit=x").at("/message"))
        .isEqualTo("strconv.ParseInt: parsing \"x\": invalid syntax");
    assertThat(client.get("/api/v1/pods?limit=-1").code()).isEqualTo(200);
    assertThat(
            client.get("/api/v1/pods?resourceVersionMatch=Newer&resourceVersion=1").at("/message"))
        .endsWith("supported values: \"Exact\", \"NotOlderThan\"");
    assertThat(client.get("/api/v1/pods?watch=true&sendInitialEvents=true").at("/message"))
        .endsWith("sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
  }

  @Test
  void what_is_not_supported_is_never_a_success() {
    assertThat(client.put("/api/v1/namespaces/shop/pods", "{}").code()).isEqualTo(405);
    assertThat(client.send("OPTIONS", "/api/v1/pods", "", "").code()).isEqualTo(405);
    assertThat(client.post("/api/v1/namespaces/shop/pods/web-1/portforward", "{}").code())
        .isEqualTo(404);
    assertThat(client.get("/apis/metrics.k8s.io/v1beta1/nodes").code()).isEqualTo(404);
    assertThat(client.delete("/apis/authorization.k8s.io/v1/subjectaccessreviews").code())
        .isEqualTo(405);
    assertThat(practice.instruments.audit().entries())
        .anyMatch(entry -> entry.path().contains("metrics.k8s.io") && entry.code() == 404);
  }
}
