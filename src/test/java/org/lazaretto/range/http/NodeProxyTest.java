package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;

/** Through the server to a node's kubelet. */
class NodeProxyTest {
  private static final String NODE = "/api/v1/nodes/node-a/proxy";

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

  @Test
  void health_pods_and_logs_are_read() {
    assertThat(client.get(NODE + "/healthz").text()).isEqualTo("ok");
    assertThat(client.get(NODE + "/pods").at("/items/0/metadata/name")).isEqualTo("web-1");
    assertThat(client.get(NODE + "/containerLogs/shop/web-1/web").code()).isEqualTo(200);
    assertThat(client.get(NODE + "/containerLogs/").code()).isEqualTo(404);
    assertThat(client.get(NODE + "/containerLogs/shop/web-2/web").text())
        .isEqualTo("pod \"web-2\" not found\n");
    assertThat(client.get("/api/v1/nodes/nope/proxy/healthz").at("/reason")).isEqualTo("NotFound");
  }

  @Test
  void a_running_container_is_checkpointed() {
    TestClient.Reply reply = client.post(NODE + "/checkpoint/shop/web-1/web", "");

    assertThat(reply.code()).isEqualTo(200);
    assertThat(reply.at("/items/0"))
        .startsWith("/var/lib/kubelet/checkpoints/checkpoint-web-1_shop-web-")
        .endsWith("Z.tar");
    assertThat(client.get(NODE + "/checkpoint/shop/web-1/web").code()).isEqualTo(405);
    assertThat(client.post(NODE + "/checkpoint/shop/web-1/nope", "").code()).isEqualTo(404);
  }

  @Test
  void a_silent_node_does_not_answer() {
    practice.store.update(
        ResourceTypes.NODES,
        "",
        "node-a",
        tree -> {
          Json.child(tree, "status")
              .withArray("conditions")
              .forEach(condition -> {
                if (condition instanceof ObjectNode one) {
                  one.put("status", "Unknown");
                }
              });
          return tree;
        });

    assertThat(client.get(NODE + "/healthz").code()).isEqualTo(503);
    assertThat(client.get(NODE + "/healthz").at("/message"))
        .startsWith("error trying to reach service: dial tcp 10.0.1.1:10250");
  }

  @Test
  void it_is_a_right_of_its_own() {
    try (TestClient responder = TestClient.withToken(practice, PracticeServer.RESTRICTED_TOKEN)) {
      assertThat(responder.get(NODE + "/healthz").at("/message"))
          .contains("cannot get resource \"nodes/proxy\"");
    }
  }
}
