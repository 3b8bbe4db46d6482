package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of single kinds, in the words of a real server. */
class KindRulesTest {
  private static final String SHOP = "/namespaces/shop/";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1|services|{'ports':[{'port':0}]}|spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive",
        "/api/v1|services|{}|spec.ports: Required value",
        "/api/v1|persistentvolumeclaims|{'resources':{'requests':{'storage':'1Gi'}}}|spec.accessModes: Required value: at least 1 access mode is required",
        "/apis/policy/v1|poddisruptionbudgets|{'minAvailable':1,'maxUnavailable':1}|minAvailable and maxUnavailable cannot be both set",
        "/apis/networking.k8s.io/v1|networkpolicies|{'podSelector':{},'policyTypes':['Both']}|spec.policyTypes[0]: Unsupported value: \"Both\": supported values: \"Egress\", \"Ingress\"",
        "/apis/autoscaling/v2|horizontalpodautoscalers|{'maxReplicas':0}|spec.maxReplicas: Invalid value: 0: must be greater than 0",
        "/apis/batch/v1|jobs|{'template':{'spec':{'restartPolicy':'Always','containers':[{'name':'c','image':'i'}]}}}|spec.template.spec.restartPolicy: Unsupported value: \"Always\": supported values: \"OnFailure\", \"Never\"",
        "/api/v1|pods|{'containers':[{'name':'c','image':'i','volumeMounts':[{'name':'v','mountPath':'/v'}]}]}|spec.containers[0].volumeMounts[0].name: Not found: \"v\"",
        "/api/v1|pods|{'containers':[{'name':'C_','image':'i'}]}|spec.containers[0].name: Invalid value: \"C_\": a lowercase RFC 1123 label",
        "/api/v1|pods|{'containers':[{'name':'c','image':'i'}],'tolerations':[{'key':'k','operator':'Exists','effect':'NoSchedule','tolerationSeconds':1}]}|effect must be 'NoExecute' when `tolerationSeconds` is set",
        "/apis/apps/v1|deployments|{'replicas':-1,'selector':{'matchLabels':{'a':'b'}},'template':{'metadata':{'labels':{'a':'b'}},'spec':{'containers':[{'name':'c','image':'i'}]}}}|spec.replicas: Invalid value: -1: must be greater than or equal to 0",
      })
  void a_broken_rule_is_named(String group, String plural, String spec, String words) {
    TestClient.Reply reply =
        client.post(group + SHOP + plural, "{'metadata':{'name':'x'},'spec':%s}".formatted(spec));

    assertThat(reply.code()).as(reply.text()).isEqualTo(422);
    assertThat(reply.at("/message")).contains(words);
    assertThat(reply.at("/details/causes/0/field")).isNotEmpty();
  }

  @Test
  void roles_and_maps_have_rules_too() {
    String roles = "/apis/rbac.authorization.k8s.io/v1" + SHOP;
    assertThat(
            client
                .post(roles + "roles", "{'metadata':{'name':'x'},'rules':[{'apiGroups':['']}]}")
                .at("/message"))
        .contains("rules[0].verbs: Required value: verbs must contain at least one value")
        .contains("rules[0].resources: Required value");
    assertThat(
            client
                .post(roles + "rolebindings", "{'metadata':{'name':'x'},'roleRef':{'kind':'X'}}")
                .at("/message"))
        .contains(
            "roleRef.kind: Unsupported value: \"X\": supported values: \"Role\", \"ClusterRole\"");
    assertThat(
            client
                .post(
                    "/api/v1" + SHOP + "configmaps", "{'metadata':{'name':'x'},'data':{'a b':'c'}}")
                .at("/message"))
        .contains("data[a b]: Invalid value: \"a b\": a valid config key must consist of");
  }

  @Test
  void some_fields_stay_as_they_were_made() {
    String maps = "/api/v1" + SHOP + "configmaps";
    client.post(maps, "{'metadata':{'name':'fixed'},'data':{'a':'b'},'immutable':true}");

    assertThat(client.patch(maps + "/fixed", "merge-patch", "{'data':{'a':'c'}}").at("/message"))
        .endsWith("data: Forbidden: field is immutable when `immutable` is set");
    assertThat(
            client
                .patch(
                    "/api/v1" + SHOP + "services/web",
                    "merge-patch",
                    "{'spec':{'clusterIP':'10.0.0.99'}}")
                .at("/message"))
        .endsWith("spec.clusterIP: Invalid value: \"10.0.0.99\": may not change once set");
    assertThat(
            client
                .patch(
                    "/apis/apps/v1" + SHOP + "deployments/web",
                    "merge-patch",
                    "{'spec':{'selector':{'matchLabels':{'app':'web','x':'y'}},'template':{'metadata':{'labels':{'x':'y'}}}}}")
                .at("/message"))
        .endsWith("field is immutable");
  }

  @Test
  void taints_are_unique_and_well_named() {
    TestClient.Reply reply =
        client.patch(
            "/api/v1/nodes/node-a",
            "merge-patch",
            "{'spec':{'taints':[{'key':'a b','effect':'Never'},{'key':'c','effect':'NoSchedule'},{'key':'c','effect':'NoSchedule'}]}}");

    assertThat(reply.at("/message"))
        .contains("metadata.taints[0].effect: Unsupported value: \"Never\"")
        .contains("metadata.taints[0].key: Invalid value: \"a b\"")
        .contains("taints must be unique by key and effect pair");
  }
}
