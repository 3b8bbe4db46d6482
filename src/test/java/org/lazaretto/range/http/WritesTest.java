package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.ResourceTypes;

class WritesTest {
  private static final String PODS = "/api/v1/namespaces/shop/pods";
  private static final String DEPLOYMENT = "/apis/apps/v1/namespaces/shop/deployments/web";
  private PracticeServer practice;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  private static String pod(String name) {
    return "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'"
        + name
        + "'},'spec':{'containers':[{'name':'c','image':'busybox'}]}}";
  }

  @Test
  void a_created_pod_gets_the_defaults_of_a_real_server() {
    TestClient.Reply reply = client.post(PODS, pod("new"));

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.at("/metadata/namespace")).isEqualTo("shop");
    assertThat(reply.at("/status/phase")).isEqualTo("Pending");
    assertThat(reply.at("/status/qosClass")).isEqualTo("BestEffort");
    assertThat(reply.at("/spec/terminationGracePeriodSeconds")).isEqualTo("30");
    assertThat(reply.at("/spec/containers/0/imagePullPolicy")).isEqualTo("Always");
  }

  @Test
  void yaml_is_read_too() {
    TestClient.Reply reply =
        client.send(
            "POST",
            "/api/v1/namespaces/shop/configmaps",
            "application/yaml",
            "metadata:\n  name: settings\ndata:\n  a: b\n");

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.at("/data/a")).isEqualTo("b");
  }

  @Test
  void a_rehearsed_creation_stores_nothing() {
    TestClient.Reply reply = client.post(PODS + "?dryRun=All", pod("new"));

    assertThat(reply.code()).isEqualTo(201);
    assertThat(practice.store.get(ResourceTypes.PODS, "shop", "new")).isEmpty();
    assertThat(client.post(PODS + "?dryRun=Some", pod("new")).code()).isEqualTo(422);
  }

  @Test
  void what_cannot_be_created_is_refused_with_the_reason() {
    assertThat(client.post("/api/v1/namespaces/nope/pods", pod("a")).at("/message"))
        .isEqualTo("namespaces \"nope\" not found");
    assertThat(client.post(PODS, pod("web-1")).at("/reason")).isEqualTo("AlreadyExists");
    assertThat(client.post(PODS, pod("Bad_Name")).at("/message"))
        .startsWith(
            "Pod \"Bad_Name\" is invalid: metadata.name: Invalid value: \"Bad_Name\": a lowercase"
                + " RFC 1123 subdomain must consist of");
    assertThat(client.post(PODS, "{'kind':'Pod','metadata':{'name':'x'}}").at("/message"))
        .contains("spec.containers: Required value");
    assertThat(client.post(PODS, "{'kind':").at("/message"))
        .startsWith("the object provided is unrecognized (must be of type Pod)");
    assertThat(client.post(PODS, "{'kind':'Node','apiVersion':'v1'}").at("/message"))
        .contains("cannot be handled as a Pod");
    assertThat(client.post(PODS, "{'kind':'Pod','apiVersion':'v2'}").at("/message"))
        .isEqualTo("the API version in the data (v2) does not match the expected API version (v1)");
    assertThat(client.post(PODS, "{'metadata':{'name':'x','namespace':'other'}}").at("/message"))
        .isEqualTo(
            "the namespace of the provided object does not match the namespace sent on the"
                + " request");
    assertThat(client.send("POST", PODS, "text/plain", "x").code()).isEqualTo(415);
  }

  @Test
  void a_body_too_large_is_refused() {
    TestClient.Reply reply = client.post(PODS, "x".repeat((3 << 20) + 1));

    assertThat(reply.code()).isEqualTo(413);
  }

  @Test
  void an_update_with_an_old_version_is_a_conflict() {
    String old = client.get(DEPLOYMENT).text();
    client.patch(DEPLOYMENT, "merge-patch", "{'spec':{'replicas':3}}");

    TestClient.Reply reply = client.put(DEPLOYMENT, old);

    assertThat(reply.code()).isEqualTo(409);
    assertThat(reply.at("/message"))
        .isEqualTo(
            "Operation cannot be fulfilled on deployments.apps \"web\": the object has been"
                + " modified; please apply your changes to the latest version and try again");
  }

  @Test
  void the_object_and_its_status_are_changed_by_separate_ways() {
    TestClient.Reply object =
        client.patch(DEPLOYMENT, "merge-patch", "{'status':{'replicas':9},'spec':{'replicas':4}}");
    TestClient.Reply status =
        client.patch(
            DEPLOYMENT + "/status",
            "merge-patch",
            "{'status':{'replicas':8},'spec':{'replicas':5}}");

    assertThat(object.at("/status/replicas")).isEqualTo("2");
    assertThat(object.at("/metadata/generation")).isEqualTo("2");
    assertThat(status.at("/status/replicas")).isEqualTo("8");
    assertThat(status.at("/spec/replicas")).isEqualTo("4");
  }

  @Test
  void each_kind_of_patch_works_and_others_are_unsupported() {
    assertThat(
            client
                .patch(
                    PODS + "/web-1",
                    "json-patch",
                    "[{'op':'add','path':'/metadata/labels/a','value':'1'}]")
                .at("/metadata/labels/a"))
        .isEqualTo("1");
    assertThat(
            client
                .patch(
                    PODS + "/web-1", "strategic-merge-patch", "{'metadata':{'labels':{'b':'2'}}}")
                .at("/metadata/labels/b"))
        .isEqualTo("2");
    assertThat(
            client
                .patch(PODS + "/web-1", "merge-patch", "{'metadata':{'labels':{'a':null}}}")
                .json()
                .at("/metadata/labels/a")
                .isMissingNode())
        .isTrue();
    TestClient.Reply apply =
        client.send("PATCH", PODS + "/web-1", "application/cbor-patch", "a: b");
    assertThat(apply.code()).isEqualTo(415);
    assertThat(apply.at("/reason")).isEqualTo("UnsupportedMediaType");
  }

  @Test
  void a_patch_that_fails_its_own_test_changes_nothing() {
    TestClient.Reply reply =
        client.patch(
            PODS + "/web-1",
            "json-patch",
            "[{'op':'test','path':'/spec/nodeName','value':'other'},{'op':'remove','path':'/metadata/labels'}]");

    assertThat(reply.code()).isEqualTo(422);
    assertThat(client.get(PODS + "/web-1").at("/metadata/labels/app")).isEqualTo("web");
  }

  @Test
  void a_rehearsed_patch_answers_the_change_and_keeps_the_object() {
    TestClient.Reply reply =
        client.patch(
            "/api/v1/nodes/node-a?dryRun=All",
            "strategic-merge-patch",
            "{'spec':{'unschedulable':true}}");

    assertThat(reply.at("/spec/unschedulable")).isEqualTo("true");
    assertThat(client.get("/api/v1/nodes/node-a").json().at("/spec/unschedulable").isMissingNode())
        .isTrue();
  }

  @Test
  void what_may_not_change_is_refused() {
    assertThat(
            client
                .patch(PODS + "/web-1", "merge-patch", "{'spec':{'nodeName':'node-b'}}")
                .at("/message"))
        .contains("Forbidden: pod updates may not change fields other than");
    assertThat(
            client
                .patch(
                    DEPLOYMENT,
                    "json-patch",
                    "[{'op':'replace','path':'/spec/selector/matchLabels/app','value':'x'},{'op':'replace','path':'/spec/template/metadata/labels/app','value':'x'}]")
                .at("/message"))
        .contains("field is immutable");
    assertThat(
            client
                .patch(PODS + "/web-1", "merge-patch", "{'metadata':{'labels':{'a':'b c'}}}")
                .at("/message"))
        .contains("metadata.labels: Invalid value: \"b c\": a valid label must be");
  }

  @Test
  void a_pod_may_get_another_image_and_further_tolerations() {
    TestClient.Reply reply =
        client.patch(
            PODS + "/web-1",
            "strategic-merge-patch",
            "{'spec':{'tolerations':[{'key':'q','operator':'Exists'}],'containers':[{'name':'web','image':'shop/web:2'}]}}");

    assertThat(reply.code()).isEqualTo(200);
    assertThat(reply.at("/spec/containers/0/image")).isEqualTo("shop/web:2");
  }

  @Test
  void a_workload_is_scaled_through_its_scale() {
    TestClient.Reply patched =
        client.patch(DEPLOYMENT + "/scale", "merge-patch", "{'spec':{'replicas':5}}");

    assertThat(patched.at("/kind")).isEqualTo("Scale");
    assertThat(patched.at("/status/selector")).isEqualTo("app=web");
    assertThat(client.get(DEPLOYMENT).at("/spec/replicas")).isEqualTo("5");
    assertThat(
            client.patch(DEPLOYMENT + "/scale", "merge-patch", "{'spec':{'replicas':-1}}").code())
        .isEqualTo(422);
    String stale = client.get(DEPLOYMENT + "/scale").text();
    client.patch(DEPLOYMENT + "/scale", "merge-patch", "{'spec':{'replicas':6}}");
    assertThat(client.put(DEPLOYMENT + "/scale", stale).code()).isEqualTo(409);
    assertThat(client.get(PODS + "/web-1/scale").code()).isEqualTo(404);
  }
}
