package org.lazaretto.adapter.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.model.Budget;
import org.lazaretto.model.Capacity;
import org.lazaretto.model.ClusterObject;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.LabelSelector;
import org.lazaretto.model.Node;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.NodeSystem;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Replicas;
import org.lazaretto.model.Rollout;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.model.Taint;
import org.lazaretto.model.Workload;

class OtherKindsTest {
  private static final String META =
      "\"metadata\":{\"name\":\"a\",\"namespace\":\"n\",\"uid\":\"u\",\"generation\":4,"
          + "\"labels\":{\"kubernetes.io/service-name\":\"web\"},"
          + "\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\","
          + "\"name\":\"d\",\"uid\":\"du\",\"controller\":true}]}";

  @Test
  void a_node_says_what_keeps_pods_away_and_what_it_has() throws Exception {
    Node node =
        (Node)
            decode(
                ObservedKind.NODE,
                """
                "spec":{"providerID":"aws:///eu-central-1a/i-1","unschedulable":true,
                  "taints":[{"key":"k","effect":"NoSchedule"}]},
                "status":{"allocatable":{"cpu":"1930m","memory":"7244720Ki","pods":"29"},
                  "conditions":[{"type":"MemoryPressure","status":"False"},
                    {"type":"Ready","status":"True"}],
                  "addresses":[{"type":"Hostname","address":"h"},
                    {"type":"InternalIP","address":"10.0.0.1"},
                    {"type":"InternalIP","address":"fd00::1"}],
                  "nodeInfo":{"kubeletVersion":"v1.35.0","containerRuntimeVersion":"containerd://2",
                    "operatingSystem":"linux","architecture":"amd64"}}
                """);

    assertThat(node)
        .isEqualTo(
            new Node(
                new NodeRef("a", "u"),
                true,
                true,
                List.of(new Taint("k", "", "NoSchedule")),
                Map.of("kubernetes.io/service-name", "web"),
                new Capacity(1930, 7244720L * 1024, 29),
                new NodeSystem(
                    "aws:///eu-central-1a/i-1",
                    "v1.35.0",
                    "containerd://2",
                    "linux",
                    "amd64",
                    "10.0.0.1")));
  }

  @Test
  void a_node_whose_state_is_unknown_is_not_ready() throws Exception {
    Node node =
        (Node)
            decode(
                ObservedKind.NODE,
                "\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"Unknown\"}]}");

    assertThat(node.ready()).isFalse();
    assertThat(node.unschedulable()).isFalse();
  }

  @Test
  void a_deployment_is_current_when_all_its_pods_are_new() throws Exception {
    String spec =
        """
        "spec":{"replicas":3,"paused":true,"strategy":{"type":"RollingUpdate"},
          "selector":{"matchLabels":{"app":"a"}},
          "template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"t"}},
            "spec":{"containers":[{"image":"i"}]}}},
        "status":{"observedGeneration":%d,"replicas":%d,"updatedReplicas":3,"readyReplicas":2,
          "availableReplicas":1}
        """;
    Workload done = (Workload) decode(ObservedKind.DEPLOYMENT, spec.formatted(4, 3));

    assertThat(done.replicas()).isEqualTo(new Replicas(3, 2, 1, 3));
    assertThat(done.rollout()).isEqualTo(new Rollout("RollingUpdate", true, "t", true));
    assertThat(done.selector()).isEqualTo(LabelSelector.of(Map.of("app", "a")));
    assertThat(done.template().images()).containsExactly("i");
    assertThat(done.controller()).contains(new ObjectRef("apps/v1", "Deployment", "n", "d", "du"));
    assertThat(rollout(ObservedKind.DEPLOYMENT, spec.formatted(3, 3)).current()).isFalse();
    assertThat(rollout(ObservedKind.DEPLOYMENT, spec.formatted(4, 4)).current()).isFalse();
  }

  @Test
  void each_kind_of_workload_counts_in_its_own_fields() throws Exception {
    assertThat(
            workload(
                    ObservedKind.DAEMON_SET,
                    "\"status\":{\"desiredNumberScheduled\":4,\"numberReady\":3,"
                        + "\"numberAvailable\":2,\"updatedNumberScheduled\":1}")
                .replicas())
        .isEqualTo(new Replicas(4, 3, 2, 1));
    assertThat(
            workload(
                    ObservedKind.REPLICA_SET,
                    "\"spec\":{\"replicas\":0},\"status\":{\"replicas\":2}")
                .replicas())
        .isEqualTo(new Replicas(0, 0, 0, 2));
    assertThat(
            workload(ObservedKind.JOB, "\"spec\":{},\"status\":{\"active\":1,\"ready\":1}")
                .replicas())
        .isEqualTo(new Replicas(1, 1, 1, 1));
    assertThat(
            rollout(
                ObservedKind.STATEFUL_SET,
                "\"spec\":{\"replicas\":2,\"updateStrategy\":{\"type\":\"OnDelete\"}},"
                    + "\"status\":{\"observedGeneration\":4,\"replicas\":2,\"updatedReplicas\":1}"))
        .isEqualTo(new Rollout("OnDelete", false, "", false));
  }

  @Test
  void a_budget_without_selector_covers_nothing_and_with_an_empty_one_everything()
      throws Exception {
    Pod pod = (Pod) decode(ObservedKind.POD, "\"spec\":{}");

    assertThat(budget("{}").covers(pod)).isFalse();
    assertThat(budget("{\"selector\":{}}").covers(pod)).isTrue();
    assertThat(
            budget(
                    "{\"selector\":{\"matchExpressions\":[{\"key\":\"x\",\"operator\":\"NotIn\","
                        + "\"values\":[\"y\"]}]},\"unhealthyPodEvictionPolicy\":\"AlwaysAllow\"}")
                .covers(pod))
        .isTrue();
  }

  @Test
  void a_budget_keeps_its_numbers() throws Exception {
    Budget budget =
        (Budget)
            decode(
                ObservedKind.POD_DISRUPTION_BUDGET,
                """
                "spec":{"selector":{},"unhealthyPodEvictionPolicy":"AlwaysAllow"},
                "status":{"disruptionsAllowed":1,"currentHealthy":3,"desiredHealthy":2,
                  "expectedPods":4}
                """);

    assertThat(budget)
        .isEqualTo(
            new Budget(
                ObservedKind.POD_DISRUPTION_BUDGET.ref("n", "a", "u"),
                LabelSelector.of(Map.of()),
                1,
                3,
                2,
                4,
                true));
  }

  @Test
  void a_service_and_its_endpoints_are_read() throws Exception {
    assertThat(
            decode(
                ObservedKind.SERVICE,
                "\"spec\":{\"selector\":{\"app\":\"a\"},\"type\":\"ClusterIP\",\"clusterIP\":\"None\"}"))
        .isEqualTo(
            new ServiceEntry(
                ObservedKind.SERVICE.ref("n", "a", "u"), Map.of("app", "a"), "ClusterIP", "None"));
    assertThat(
            decode(
                ObservedKind.ENDPOINT_SLICE,
                """
                "endpoints":[
                  {"addresses":["10.0.0.1"],"targetRef":{"kind":"Pod","uid":"p1"}},
                  {"addresses":["10.0.0.2"],"conditions":{"ready":false},
                   "targetRef":{"kind":"Pod","uid":"p2"}},
                  {"addresses":[],"targetRef":{"kind":"Node","uid":"n1"}}],
                "ports":[{"port":8080,"protocol":"TCP"},{"port":53,"protocol":"UDP"}]
                """))
        .isEqualTo(
            new EndpointSlice(
                ObservedKind.ENDPOINT_SLICE.ref("n", "a", "u"),
                "web",
                List.of(
                    new EndpointSlice.Endpoint("p1", "10.0.0.1", true),
                    new EndpointSlice.Endpoint("p2", "10.0.0.2", false),
                    new EndpointSlice.Endpoint("", "", true)),
                List.of(8080)));
  }

  @ParameterizedTest
  @EnumSource(ObservedKind.class)
  void odd_values_anywhere_do_no_harm(ObservedKind kind) throws Exception {
    for (String odd :
        Arrays.asList(
            "null", "7", "1e400", "true", "\"x\"", "[]", "[[]]", "[7]", "{}", "{\"a\":[]}")) {
      String inner =
          """
          {"taints":%1$s,"selector":%1$s,"template":%1$s,"conditions":%1$s,"replicas":%1$s,
           "addresses":%1$s,"allocatable":%1$s,"strategy":%1$s}
          """
              .formatted(odd);
      String body = "\"spec\":%1$s,\"status\":%1$s,\"endpoints\":%2$s".formatted(inner, odd);

      assertThat(decode(kind, body).object().uid()).isEqualTo("u");
      assertThat(decode(kind, "\"spec\":%1$s,\"status\":%1$s".formatted(odd)).observedKind())
          .isEqualTo(kind);
    }
    assertThat(
            decoder(kind)
                .decode("{\"metadata\":{\"name\":\"a\"}}".getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
    assertThat(decoder(kind).decode("[]".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static Budget budget(String spec) throws IOException {
    return (Budget) decode(ObservedKind.POD_DISRUPTION_BUDGET, "\"spec\":" + spec);
  }

  private static Rollout rollout(ObservedKind kind, String body) throws IOException {
    return workload(kind, body).rollout();
  }

  private static Workload workload(ObservedKind kind, String body) throws IOException {
    return (Workload) decode(kind, body);
  }

  private static ClusterObject decode(ObservedKind kind, String body) throws IOException {
    Optional<ClusterObject> object =
        decoder(kind).decode(("{" + META + "," + body + "}").getBytes(StandardCharsets.UTF_8));
    return object.orElseThrow();
  }

  private static ObjectDecoder decoder(ObservedKind kind) {
    return ObjectDecoder.of(kind, new Shared());
  }
}
