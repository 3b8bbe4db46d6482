package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EphemeralContainersTest {
  private static final String POD = "/api/v1/namespaces/shop/pods/web-1";
  private static final String EPHEMERAL = POD + "/ephemeralcontainers";
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

  private TestClient.Reply add(String containers) {
    return client.patch(
        EPHEMERAL, "strategic-merge-patch", "{'spec':{'ephemeralContainers':" + containers + "}}");
  }

  private String message(TestClient.Reply reply) {
    assertThat(reply.code()).isEqualTo(422);
    return reply.at("/message");
  }

  @Test
  void containers_are_added_one_after_the_other() {
    assertThat(add("[{'name':'a','image':'busybox','targetContainerName':'web'}]").code())
        .isEqualTo(200);
    TestClient.Reply two = add("[{'name':'b','image':'busybox:1.37'}]");
    assertThat(two.json().at("/spec/ephemeralContainers")).hasSize(2);
    assertThat(client.get(EPHEMERAL).json().at("/spec/ephemeralContainers/0/imagePullPolicy"))
        .hasToString("\"Always\"");
  }

  @Test
  void none_can_be_changed_or_removed() {
    add("[{'name':'a','image':'busybox'}]");
    assertThat(message(add("[{'name':'a','image':'alpine'}]")))
        .contains("Pod \"web-1\" is invalid: spec.ephemeralContainers: Forbidden:")
        .contains("existing ephemeral containers \"a\" may not be changed");
    ObjectNode pod = (ObjectNode) client.get(POD).json();
    ((ObjectNode) pod.path("spec")).remove("ephemeralContainers");
    String bare = pod.toString();
    assertThat(message(client.put(EPHEMERAL, bare)))
        .contains("existing ephemeral containers \"a\" may not be removed");
    assertThat(client.put(POD, bare).code()).isEqualTo(422);
  }

  @Test
  void names_images_and_targets_are_checked() {
    assertThat(message(add("[{'name':'web','image':'busybox'}]")))
        .contains("spec.ephemeralContainers[0].name: Duplicate value: \"web\"");
    assertThat(message(add("[{'name':'a'}]")))
        .contains("spec.ephemeralContainers[0].image: Required value");
    assertThat(message(add("[{'name':'a','image':'x','targetContainerName':'db'}]")))
        .contains("spec.ephemeralContainers[0].targetContainerName: Not found: \"db\"");
  }

  @Test
  void a_new_pod_brings_none() {
    TestClient.Reply made =
        client.post(
            "/api/v1/namespaces/shop/pods",
            "{'metadata':{'name':'x'},'spec':{'containers':[{'name':'a','image':'x'}],'ephemeralContainers':[{'name':'b','image':'x'}]}}");
    assertThat(message(made))
        .contains("spec.ephemeralContainers: Forbidden: cannot be set on create");
  }

  @Test
  void a_dry_run_adds_nothing() {
    client.patch(
        EPHEMERAL + "?dryRun=All",
        "strategic-merge-patch",
        "{'spec':{'ephemeralContainers':[{'name':'a','image':'busybox'}]}}");
    assertThat(client.get(POD).text()).doesNotContain("busybox");
  }
}
