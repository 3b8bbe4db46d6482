package org.lazaretto.range.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.range.store.Objects.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  private static ObjectNode completed(ResourceType type, String text) {
    ObjectNode object = json(text);
    Defaults.apply(type, object);
    return object;
  }

  @Test
  void what_is_said_stays() {
    ObjectNode pod =
        completed(
            ResourceTypes.PODS,
            "{'spec':{'restartPolicy':'Never','terminationGracePeriodSeconds':0,'containers':[{'name':'c','image':'a@sha256:1','imagePullPolicy':'Never'}]}}");

    assertThat(pod.at("/spec/restartPolicy").asText()).isEqualTo("Never");
    assertThat(pod.at("/spec/terminationGracePeriodSeconds").asInt()).isZero();
    assertThat(pod.at("/spec/containers/0/imagePullPolicy").asText()).isEqualTo("Never");
    assertThat(pod.at("/status/phase").asText()).isEqualTo("Pending");
  }

  @Test
  void an_image_that_can_move_is_always_pulled() {
    assertThat(pull("shop/web")).isEqualTo("Always");
    assertThat(pull("registry:5000/web")).isEqualTo("Always");
    assertThat(pull("web:latest")).isEqualTo("Always");
    assertThat(pull("web:1.2")).isEqualTo("IfNotPresent");
    assertThat(pull("web@sha256:1")).isEqualTo("IfNotPresent");
  }

  private static String pull(String image) {
    return completed(
            ResourceTypes.PODS, "{'spec':{'containers':[{'name':'c','image':'" + image + "'}]}}")
        .at("/spec/containers/0/imagePullPolicy")
        .asText();
  }

  @Test
  void the_class_of_service_follows_from_the_resources() {
    String limits = "'limits':{'cpu':'1','memory':'1Gi'}";
    assertThat(qos("")).isEqualTo("BestEffort");
    assertThat(qos("'requests':{'cpu':'1'}")).isEqualTo("Burstable");
    assertThat(qos(limits)).isEqualTo("Guaranteed");
    assertThat(qos(limits + ",'requests':{'cpu':'500m'}")).isEqualTo("Burstable");
  }

  private static String qos(String resources) {
    return completed(
            ResourceTypes.PODS,
            "{'spec':{'containers':[{'name':'c','image':'i','resources':{" + resources + "}}]}}")
        .at("/status/qosClass")
        .asText();
  }

  @Test
  void workloads_get_one_replica_and_a_rolling_strategy() {
    ObjectNode deployment = completed(ResourceTypes.DEPLOYMENTS, "{'spec':{'template':{}}}");
    ObjectNode set = completed(ResourceTypes.STATEFUL_SETS, "{}");
    ObjectNode daemons = completed(ResourceTypes.DAEMON_SETS, "{}");
    ObjectNode job = completed(ResourceTypes.JOBS, "{}");

    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
    assertThat(deployment.at("/spec/strategy/rollingUpdate/maxSurge").asText()).isEqualTo("25%");
    assertThat(deployment.at("/spec/template/spec/dnsPolicy").asText()).isEqualTo("ClusterFirst");
    assertThat(set.at("/spec/podManagementPolicy").asText()).isEqualTo("OrderedReady");
    assertThat(daemons.at("/spec/updateStrategy/rollingUpdate/maxUnavailable").asInt())
        .isEqualTo(1);
    assertThat(job.at("/spec/backoffLimit").asInt()).isEqualTo(6);
  }

  @Test
  void a_strategy_of_another_type_gets_no_rolling_part() {
    ObjectNode deployment =
        completed(ResourceTypes.DEPLOYMENTS, "{'spec':{'strategy':{'type':'Recreate'}}}");

    assertThat(deployment.at("/spec/strategy/rollingUpdate").isMissingNode()).isTrue();
  }

  @Test
  void the_plain_words_of_a_secret_are_encoded() {
    ObjectNode secret = completed(ResourceTypes.SECRETS, "{'stringData':{'p':'q'}}");

    assertThat(secret.at("/data/p").asText()).isEqualTo("cQ==");
    assertThat(secret.has("stringData")).isFalse();
    assertThat(secret.path("type").asText()).isEqualTo("Opaque");
  }

  @Test
  void services_and_namespaces_are_completed_too() {
    ObjectNode service = completed(ResourceTypes.SERVICES, "{'spec':{'ports':[{'port':80}]}}");
    ObjectNode namespace = completed(ResourceTypes.NAMESPACES, "{'metadata':{'name':'n'}}");

    assertThat(service.at("/spec/ports/0/targetPort").asInt()).isEqualTo(80);
    assertThat(service.at("/spec/ports/0/protocol").asText()).isEqualTo("TCP");
    assertThat(namespace.at("/status/phase").asText()).isEqualTo("Active");
  }
}
