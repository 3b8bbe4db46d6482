package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said that is not known, twice, or of a wrong type. */
class FieldValidationTest {
  private static final String MAPS = "/api/v1/namespaces/shop/configmaps";
  private static final String WEB = "/apis/apps/v1/namespaces/shop/deployments/web";
  private static final String ODD =
      "{'metadata':{'name':'%s','lables':{}},'data':{'a':'b'},'foo':1,'data':{'a':'c'}}";

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

  @Test
  void under_strict_validation_it_is_refused_and_nothing_is_stored() {
    TestClient.Reply reply = client.post(MAPS + "?fieldValidation=Strict", ODD.formatted("odd"));

    assertThat(reply.code()).isEqualTo(400);
    assertThat(reply.at("/message"))
        .isEqualTo(
            "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error:"
                + " unknown field \"metadata.lables\", unknown field \"foo\", duplicate field"
                + " \"data\"");
    assertThat(client.get(MAPS + "/odd").code()).isEqualTo(404);
  }

  @Test
  void unasked_it_is_dropped_with_a_warning_and_silently_if_ignored() {
    TestClient.Reply warned = client.post(MAPS, ODD.formatted("warned"));
    TestClient.Reply ignored =
        client.post(MAPS + "?fieldValidation=Ignore", ODD.formatted("ignored"));

    assertThat(warned.code()).isEqualTo(201);
    assertThat(warned.header("Warning"))
        .isEqualTo(
            "299 - \"unknown field \\\"metadata.lables\\\"\", 299 - \"unknown field \\\"foo\\\"\","
                + " 299 - \"duplicate field \\\"data\\\"\"");
    assertThat(warned.json().has("foo")).isFalse();
    assertThat(ignored.header("Warning")).isEmpty();
    assertThat(ignored.code()).isEqualTo(201);
    assertThat(client.post(MAPS + "?fieldValidation=Loose", "{}").code()).isEqualTo(422);
  }

  @Test
  void a_value_of_a_wrong_type_is_refused_in_the_words_of_the_real_decoder() {
    String policy =
        "{'metadata':{'name':'q'},'spec':{'podSelector':{'matchLabels':{'quarantine':true}}}}";

    assertThat(
            client
                .post("/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies", policy)
                .at("/message"))
        .isEqualTo(
            "NetworkPolicy in version \"v1\" cannot be handled as a NetworkPolicy: json: cannot"
                + " unmarshal bool into Go struct field LabelSelector.spec.podSelector.matchLabels"
                + " of type string");
    assertThat(
            client
                .post(
                    "/api/v1/namespaces/shop/pods",
                    "{'metadata':{'name':'x'},'spec':{'containers':[{'name':'c','image':'i','env':[{'name':'A','value':1}]}]}}")
                .at("/message"))
        .endsWith(
            "json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value"
                + " of type string");
  }

  @Test
  void patches_are_held_against_the_shape_too() {
    String strict = WEB + "?fieldValidation=Strict";

    assertThat(
            client
                .patch(strict, "strategic-merge-patch", "{'spec':{'foo':{'a':[1]}}}")
                .at("/message"))
        .isEqualTo(
            " \"\" is invalid: patch: Invalid value: \"map[spec:map[foo:map[a:[1]]]]\": strict"
                + " decoding error: unknown field \"spec.foo\"");
    assertThat(
            client
                .patch(strict, "strategic-merge-patch", "{'metadata':{'labels':{'a':true}}}")
                .at("/message"))
        .endsWith("\"map[metadata:map[labels:map[a:true]]]\": unrecognized type: string");
    assertThat(client.patch(strict, "merge-patch", "{'spec':{'replicas':'two'}}").at("/message"))
        .contains(
            "json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas");
    TestClient.Reply warned = client.patch(WEB, "merge-patch", "{'spec':{'foo':1}}");
    assertThat(warned.code()).isEqualTo(200);
    assertThat(warned.header("Warning")).isEqualTo("299 - \"unknown field \\\"spec.foo\\\"\"");
    assertThat(warned.text()).doesNotContain("\"foo\"");
  }

  @Test
  void a_hostile_name_of_a_field_stays_inside_its_warning() {
    TestClient.Reply reply =
        client.post(MAPS, "{'metadata':{'name':'h'},'a\\r\\nSet-Cookie: x\\u00e4':1}");

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.header("Warning"))
        .isEqualTo("299 - \"unknown field \\\"a??Set-Cookie: x?\\\"\"");
    assertThat(reply.header("Set-Cookie")).isEmpty();
  }

  @Test
  void owners_that_a_client_made_up_do_no_harm() {
    TestClient.Reply reply =
        client.post(
            MAPS,
            "{'metadata':{'name':'m','managedFields':[{'manager':'x','operation':'Apply','apiVersion':'v1','time':'2026-01-01T00:00:00Z','fieldsType':'FieldsV1','fieldsV1':{'f:data':{'k:zzz':{},'q':{}}}}]}}");

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.text()).doesNotContain("k:zzz");
  }

  @Test
  void malformed_json_is_refused_with_the_place() {
    assertThat(client.post(MAPS, "{'metadata': x}").at("/message"))
        .contains("couldn't get version/kind; json parse error: invalid character 'x'");
    assertThat(client.post(MAPS, "{'metadata': {").at("/message"))
        .contains("json parse error: unexpected end of JSON input");
    assertThat(client.send("POST", MAPS, "text/csv", "a,b").code()).isEqualTo(415);
  }
}
