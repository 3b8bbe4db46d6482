package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ownership by path. */
class ServerSideApplyTest {
  private static final String BOX = "/apis/apps/v1/namespaces/shop/deployments/box";
  private static final String YAML = "application/apply-patch+yaml";

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

  private TestClient.Reply apply(String manager, String options, String yaml) {
    return client.send("PATCH", BOX + "?fieldManager=" + manager + options, YAML, yaml);
  }

  private static String box(String image, String more) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: box, labels: {app: box}}
    spec:
      %s
      selector: {matchLabels: {app: box}}
      template:
        metadata: {labels: {app: box}}
        spec:
          containers:
          - {name: main, image: "%s", ports: [{containerPort: 80}]}
    """
        .formatted(more, image);
  }

  private static JsonNode entry(TestClient.Reply reply, String manager) {
    for (JsonNode entry : reply.json().at("/metadata/managedFields")) {
      if (entry.path("manager").asText().equals(manager)) {
        return entry;
      }
    }
    throw new AssertionError("no " + manager + " in " + reply.text());
  }

  @Test
  void what_is_applied_is_created_and_owned_by_path() {
    TestClient.Reply reply = apply("ann", "", box("a:1", "replicas: 2"));

    assertThat(reply.code()).as(reply.text()).isEqualTo(201);
    JsonNode ann = entry(reply, "ann");
    assertThat(ann.path("operation").asText()).isEqualTo("Apply");
    JsonNode main =
        ann.path("fieldsV1")
            .path("f:spec")
            .path("f:template")
            .path("f:spec")
            .path("f:containers")
            .path("k:{\"name\":\"main\"}");
    assertThat(main.has(".")).isTrue();
    assertThat(main.path("f:ports").has("k:{\"containerPort\":80,\"protocol\":\"TCP\"}")).isTrue();
    assertThat(ann.path("fieldsV1").path("f:metadata").path("f:labels").has("f:app")).isTrue();
    assertThat(apply("ann", "", box("a:1", "replicas: 2")).at("/metadata/resourceVersion"))
        .isEqualTo(reply.at("/metadata/resourceVersion"));
  }

  @Test
  void what_another_owns_is_a_conflict_unless_forced() {
    apply("ann", "", box("a:1", "replicas: 2"));

    TestClient.Reply refused = apply("bob", "", box("b:1", "replicas: 2"));

    assertThat(refused.code()).isEqualTo(409);
    assertThat(refused.at("/message"))
        .isEqualTo(
            "Apply failed with 1 conflict: conflict with \"ann\":"
                + " .spec.template.spec.containers[name=\"main\"].image");
    assertThat(refused.at("/details/causes/0/reason")).isEqualTo("FieldManagerConflict");
    assertThat(refused.at("/details/causes/0/field"))
        .isEqualTo(".spec.template.spec.containers[name=\"main\"].image");
    TestClient.Reply rehearsed = apply("bob", "&force=true&dryRun=All", box("b:1", "replicas: 2"));
    assertThat(rehearsed.at("/spec/template/spec/containers/0/image")).isEqualTo("b:1");
    assertThat(client.get(BOX).at("/spec/template/spec/containers/0/image")).isEqualTo("a:1");
    TestClient.Reply forced = apply("bob", "&force=true", box("b:1", "replicas: 2"));
    assertThat(forced.at("/spec/template/spec/containers/0/image")).isEqualTo("b:1");
    assertThat(entry(forced, "ann").toString()).doesNotContain("f:image");
  }

  @Test
  void what_is_no_longer_stated_goes_unless_another_owns_it() {
    apply("ann", "", box("a:1", "replicas: 2\n  minReadySeconds: 5\n  paused: true"));
    apply("bob", "", "{apiVersion: apps/v1, kind: Deployment, spec: {minReadySeconds: 5}}");

    TestClient.Reply reply = apply("ann", "", box("a:1", "replicas: 2"));

    assertThat(reply.json().at("/spec").has("paused")).isFalse();
    assertThat(reply.at("/spec/minReadySeconds")).isEqualTo("5");
  }

  @Test
  void other_changes_take_what_they_change() {
    apply("ann", "", box("a:1", "replicas: 2"));
    client.send(
        "PATCH",
        BOX + "/scale?fieldManager=kubectl",
        "application/merge-patch+json",
        "{'spec':{'replicas':5}}");

    TestClient.Reply refused = apply("ann", "", box("a:1", "replicas: 2"));

    assertThat(refused.at("/message"))
        .startsWith(
            "Apply failed with 1 conflict: conflict with \"kubectl\" with subresource \"scale\" using apps/v1 at ")
        .endsWith(": .spec.replicas");
  }

  @Test
  void an_object_without_owners_belongs_to_what_was_before() {
    String path = "/apis/apps/v1/namespaces/shop/deployments/web?fieldManager=ann";

    TestClient.Reply reply =
        client.send(
            "PATCH", path, YAML, "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: 7}}");

    assertThat(reply.at("/message")).contains("conflict with \"before-first-apply\"");
  }

  @Test
  void what_cannot_be_applied_is_refused() {
    assertThat(client.send("PATCH", BOX, YAML, box("a:1", "replicas: 2")).at("/message"))
        .isEqualTo(
            "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required"
                + " for apply patch");
    assertThat(apply("ann", "", box("a:1", "foo: 2")).at("/message"))
        .isEqualTo(
            "failed to create typed patch object (shop/box; apps/v1, Kind=Deployment): .spec.foo:"
                + " field not declared in schema");
    assertThat(apply("ann", "", box("a:1", "replicas: two")).at("/message"))
        .endsWith(".spec.replicas: expected numeric (int or float), got string");
    assertThat(client.get(BOX).code()).isEqualTo(404);
  }
}
