package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ResourceTypes;

class ReadsTest {
  private static final String PODS = "/api/v1/namespaces/shop/pods";
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
  void an_object_is_served_with_its_kind_and_an_audit_id() {
    TestClient.Reply reply = client.get(PODS + "/web-1");

    assertThat(reply.code()).isEqualTo(200);
    assertThat(reply.at("/kind")).isEqualTo("Pod");
    assertThat(reply.header("Audit-Id")).isNotEmpty();
    assertThat(practice.instruments.audit().entries())
        .anySatisfy(entry -> {
          assertThat(entry.auditId()).isEqualTo(reply.header("Audit-Id"));
          assertThat(entry.user()).isEqualTo("admin");
          assertThat(entry.call().verb()).isEqualTo("get");
          assertThat(entry.call().name()).isEqualTo("web-1");
        });
  }

  @Test
  void what_is_not_there_is_refused_in_the_words_of_a_real_server() {
    TestClient.Reply object = client.get(PODS + "/nope");
    TestClient.Reply kind = client.get("/api/v1/foos");

    assertThat(object.code()).isEqualTo(404);
    assertThat(object.at("/message")).isEqualTo("pods \"nope\" not found");
    assertThat(object.at("/reason")).isEqualTo("NotFound");
    assertThat(object.at("/details/name")).isEqualTo("nope");
    assertThat(kind.code()).isEqualTo(404);
    assertThat(kind.text()).isEqualTo("404 page not found\n");
  }

  @Test
  void a_method_that_means_nothing_is_refused() {
    assertThat(client.send("PUT", PODS, "application/json", "{}").code()).isEqualTo(405);
    assertThat(client.post("/api/v1/pods", "{}").at("/reason")).isEqualTo("MethodNotAllowed");
  }

  @Test
  void a_list_selects_by_labels_and_fields() {
    assertThat(names(client.get("/api/v1/pods?labelSelector=app%20in%20(web),!x")))
        .containsExactly("web-1", "web-2");
    assertThat(names(client.get("/api/v1/pods?fieldSelector=spec.nodeName%3Dnode-b")))
        .containsExactly("web-2");
    assertThat(names(client.get("/api/v1/pods?fieldSelector=metadata.name%3Dweb-1")))
        .containsExactly("web-1");
    assertThat(client.get("/api/v1/pods?fieldSelector=spec.x%3D1").at("/message"))
        .isEqualTo("field label not supported: spec.x");
    assertThat(client.get("/api/v1/pods?labelSelector=a%20in").code()).isEqualTo(400);
  }

  private static List<String> names(TestClient.Reply reply) {
    List<String> names = new ArrayList<>();
    for (JsonNode item : reply.json().path("items")) {
      names.add(item.at("/metadata/name").asText());
    }
    return names;
  }

  @Test
  void the_pages_of_a_list_show_one_revision_even_if_objects_go_meanwhile() {
    practice.store.create(ResourceTypes.PODS, PracticeServer.pod("web-3", "node-a"));

    TestClient.Reply first = client.get(PODS + "?limit=2");
    practice.store.delete(ResourceTypes.PODS, "shop", "web-3", Deletion.now());
    TestClient.Reply second =
        client.get(PODS + "?limit=2&continue=" + first.at("/metadata/continue"));

    assertThat(names(first)).containsExactly("web-1", "web-2");
    assertThat(first.at("/metadata/remainingItemCount")).isEqualTo("1");
    assertThat(names(second)).containsExactly("web-3");
    assertThat(second.at("/metadata/resourceVersion"))
        .isEqualTo(first.at("/metadata/resourceVersion"));
    assertThat(second.json().at("/metadata/continue").isMissingNode()).isTrue();
  }

  @Test
  void a_page_token_expires_with_its_revision() {
    String token = client.get(PODS + "?limit=1").at("/metadata/continue");
    practice.store.compact();

    TestClient.Reply expired = client.get(PODS + "?limit=1&continue=" + token);

    assertThat(expired.code()).isEqualTo(410);
    assertThat(expired.at("/reason")).isEqualTo("Expired");
    assertThat(client.get(PODS + "?continue=nonsense").code()).isEqualTo(400);
  }

  @Test
  void a_revision_from_the_future_is_refused() {
    TestClient.Reply reply = client.get(PODS + "?resourceVersion=999999");

    assertThat(reply.code()).isEqualTo(504);
    assertThat(reply.at("/message")).startsWith("Too large resource version: 999999, current:");
  }

  @Test
  void a_table_has_the_columns_that_kubectl_shows() {
    TestClient tables =
        client.header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");

    JsonNode table = tables.get(PODS).json();

    assertThat(table.path("kind").asText()).isEqualTo("Table");
    assertThat(table.at("/columnDefinitions/2/name").asText()).isEqualTo("Status");
    assertThat(table.at("/rows/0/cells/0").asText()).isEqualTo("web-1");
    assertThat(table.at("/rows/0/cells/1").asText()).isEqualTo("1/1");
    assertThat(table.at("/rows/0/cells/2").asText()).isEqualTo("Running");
    assertThat(table.at("/rows/0/object/kind").asText()).isEqualTo("PartialObjectMetadata");
  }

  @Test
  void metadata_can_be_asked_for_alone() {
    TestClient partial =
        client.header("Accept", "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io");

    JsonNode list = partial.get(PODS).json();

    assertThat(list.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
    assertThat(list.at("/items/0/metadata/name").asText()).isEqualTo("web-1");
    assertThat(list.at("/items/0/spec").isMissingNode()).isTrue();
  }

  @Test
  void a_form_that_is_not_served_is_not_acceptable() {
    TestClient protobuf = client.header("Accept", "application/vnd.kubernetes.protobuf");

    assertThat(protobuf.get(PODS).code()).isEqualTo(406);
  }

  @Test
  void discovery_comes_in_the_old_form_and_in_the_aggregated_one() {
    TestClient aggregated =
        client.header(
            "Accept", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");

    assertThat(client.get("/api").at("/versions/0")).isEqualTo("v1");
    assertThat(client.get("/apis").at("/groups/0/name")).isEqualTo("apps");
    assertThat(client.get("/apis/apps").at("/kind")).isEqualTo("APIGroup");
    assertThat(client.get("/apis/apps/v1").text()).contains("\"deployments/scale\"");
    assertThat(aggregated.get("/apis").at("/kind")).isEqualTo("APIGroupDiscoveryList");
    assertThat(aggregated.get("/api").at("/items/0/versions/0/resources/0/resource"))
        .isEqualTo("namespaces");
  }

  @Test
  void the_version_is_told_to_anybody() {
    try (TestClient anonymous = TestClient.anonymous(practice)) {
      TestClient.Reply reply = anonymous.get("/version");

      assertThat(reply.at("/gitVersion")).isEqualTo("v1.35.2-eks-1a2b3c4");
      assertThat(reply.at("/minor")).isEqualTo("35");
      assertThat(anonymous.get("/readyz").text()).isEqualTo("ok");
    }
  }
}
