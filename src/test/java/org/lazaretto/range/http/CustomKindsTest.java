package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kinds that clients define, and others that the server completes. */
class CustomKindsTest {
  private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final String GROUP = "/apis/forensics.example/v1alpha1";
  private static final String CHECKPOINTS = GROUP + "/namespaces/shop/podcheckpoints";
  private static final String DEFINITION =
      "{'metadata':{'name':'podcheckpoints.forensics.example'},'spec':{'group':'forensics.example','scope':'Namespaced','names':{'kind':'PodCheckpoint','plural':'podcheckpoints','shortNames':['pcp']},'versions':[{'name':'v1alpha1','served':true,'storage':true,'subresources':{'status':{}},'additionalPrinterColumns':[{'name':'Pod','type':'string','jsonPath':'.spec.pod'}],'schema':{'openAPIV3Schema':{'type':'object','properties':{'spec':{'type':'object','required':['pod'],'properties':{'pod':{'type':'string','minLength':1},'priority':{'type':'integer','default':3,'maximum':9}}},'status':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}}}}]}}";

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

  private TestClient.Reply checkpoint(String name, String spec) {
    return client.post(
        CHECKPOINTS,
        "{'apiVersion':'forensics.example/v1alpha1','kind':'PodCheckpoint','metadata':{'name':'%s'},'spec':{%s}}"
            .formatted(name, spec));
  }

  @Test
  void a_kind_is_served_once_it_is_defined_and_no_longer_than_that() {
    assertThat(client.get(CHECKPOINTS).code()).isEqualTo(404);

    TestClient.Reply defined = client.post(CRDS, DEFINITION);

    assertThat(defined.code()).as(defined.text()).isEqualTo(201);
    assertThat(defined.at("/status/conditions/1/type")).isEqualTo("Established");
    assertThat(client.get(GROUP).text()).contains("\"podcheckpoints/status\"", "\"pcp\"");
    assertThat(client.get("/apis").text()).contains("forensics.example/v1alpha1");
    assertThat(checkpoint("one", "'pod':'web'").at("/spec/priority")).isEqualTo("3");
    assertThat(
            client
                .header("Accept", "application/json;as=Table;g=meta.k8s.io;v=v1")
                .get(CHECKPOINTS)
                .at("/rows/0/cells/1"))
        .isEqualTo("web");
    client.delete(CRDS + "/podcheckpoints.forensics.example");
    assertThat(client.get(CHECKPOINTS).code()).isEqualTo(404);
    client.post(CRDS, DEFINITION);
    assertThat(client.get(CHECKPOINTS).json().path("items")).isEmpty();
  }

  @Test
  void its_objects_are_held_to_its_schema() {
    client.post(CRDS, DEFINITION);

    assertThat(checkpoint("a", "").at("/message"))
        .isEqualTo("PodCheckpoint.forensics.example \"a\" is invalid: spec.pod: Required value");
    assertThat(checkpoint("a", "'pod':''").at("/message"))
        .endsWith("spec.pod in body should be at least 1 chars long");
    assertThat(checkpoint("a", "'pod':'p','priority':'x'").at("/message"))
        .endsWith("spec.priority in body must be of type integer: \"string\"");
    assertThat(checkpoint("a", "'pod':'p','priority':11").at("/message"))
        .endsWith("spec.priority in body should be less than or equal to 9");
    assertThat(checkpoint("a", "'pod':'p','other':1").header("Warning"))
        .contains("unknown field \\\"spec.other\\\"");
  }

  @Test
  void its_status_is_a_thing_of_its_own() {
    client.post(CRDS, DEFINITION);
    checkpoint("one", "'pod':'web'");
    String done = "{'status':{'phase':'Done'},'spec':{'pod':'other'}}";

    client.patch(CHECKPOINTS + "/one", "merge-patch", "{'status':{'phase':'Lost'}}");
    TestClient.Reply reply = client.patch(CHECKPOINTS + "/one/status", "merge-patch", done);

    assertThat(reply.at("/status/phase")).isEqualTo("Done");
    assertThat(reply.at("/spec/pod")).isEqualTo("web");
  }

  @Test
  void a_wrong_definition_is_refused() {
    assertThat(client.post(CRDS, DEFINITION.replace("podcheckpoints.", "x.")).at("/message"))
        .contains("must be spec.names.plural+\".\"+spec.group");
    assertThat(client.post(CRDS, DEFINITION.replace("'storage':true", "'storage':false")).code())
        .isEqualTo(422);
  }

  @Test
  void what_kinds_look_like_is_told_with_the_keys_of_their_lists() {
    client.post(CRDS, DEFINITION);

    TestClient.Reply apps = client.get("/openapi/v3/apis/apps/v1");
    TestClient.Reply own = client.get("/openapi/v3" + GROUP);

    assertThat(
            apps.json()
                .at("/components/schemas/io.k8s.api.PodSpec/properties/containers")
                .path("x-kubernetes-patch-merge-key")
                .asText())
        .isEqualTo("name");
    assertThat(
            apps.at(
                "/components/schemas/io.k8s.api.Container/properties/ports/x-kubernetes-list-map-keys/1"))
        .isEqualTo("protocol");
    assertThat(
            own.at(
                "/components/schemas/example.forensics.v1alpha1.PodCheckpoint/properties/spec/properties/pod/type"))
        .isEqualTo("string");
    assertThat(client.get("/openapi/v2").at("/swagger")).isEqualTo("2.0");
  }
}
