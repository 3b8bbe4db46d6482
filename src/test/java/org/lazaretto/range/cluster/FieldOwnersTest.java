package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Whose fields are those that the cluster's own components write. */
class FieldOwnersTest {
  private final TestCluster cluster = TestCluster.of(1);

  private static List<String> managers(JsonNode object) {
    List<String> found = new ArrayList<>();
    for (JsonNode entry : object.at("/metadata/managedFields")) {
      String through = entry.path("subresource").asText("");
      found.add(entry.path("manager").asText() + (through.isEmpty() ? "" : "/" + through));
      assertThat(entry.path("operation").asText()).isEqualTo("Update");
    }
    return found;
  }

  private static JsonNode fields(JsonNode object, int entry) {
    return object.at("/metadata/managedFields/" + entry + "/fieldsV1");
  }

  private ObjectNode aPod() {
    cluster.deployment("web", 1);
    cluster.pass();
    Stored pod = cluster.store.list(ResourceTypes.PODS, java.util.Optional.of("shop")).getFirst();
    return pod.tree();
  }

  @Test
  void a_pod_is_its_controller_s_and_its_status_the_kubelet_s() {
    ObjectNode pod = aPod();
    assertThat(managers(pod)).containsExactly("kube-controller-manager", "kubelet/status");
    JsonNode made = fields(pod, 0);
    assertThat(made.at("/f:metadata/f:labels").has(".")).isTrue();
    assertThat(made.at("/f:metadata/f:labels").has("f:app")).isTrue();
    assertThat(made.at("/f:metadata/f:ownerReferences").has(".")).isTrue();
    assertThat(made.at("/f:spec").has("f:restartPolicy")).isTrue();
    assertThat(made.at("/f:spec/f:containers/k:{\"name\":\"main\"}").has("f:image")).isTrue();
    for (String nobodys : List.of("f:nodeName", "f:tolerations", "f:serviceAccount", "f:volumes")) {
      assertThat(made.path("f:spec").has(nobodys)).as(nobodys).isFalse();
    }
    assertThat(fields(pod, 1).path("f:status").has("f:podIP")).isTrue();
    assertThat(fields(pod, 1).at("/f:status/f:conditions/k:{\"type\":\"Ready\"}").has("."))
        .isTrue();
  }

  @Test
  void a_deployment_s_status_and_its_replica_set_are_the_controller_s() {
    aPod();
    ObjectNode deployment = cluster.get(ResourceTypes.DEPLOYMENTS, "web");
    assertThat(managers(deployment)).contains("kube-controller-manager/status");
    Stored set =
        cluster.store.list(ResourceTypes.REPLICA_SETS, java.util.Optional.of("shop")).getFirst();
    assertThat(managers(set.tree()))
        .containsExactly("kube-controller-manager", "kube-controller-manager/status");
  }

  @Test
  void a_pod_that_finds_no_node_has_a_condition_of_the_scheduler() {
    cluster.pod(
        "huge",
        "{'containers':[{'name':'main','image':'x','resources':{'requests':{'cpu':'99'}}}]}");
    cluster.pass();
    assertThat(managers(cluster.get(ResourceTypes.PODS, "huge")))
        .containsExactly("kube-scheduler/status");
  }

  @Test
  void a_lease_is_its_kubelet_s() {
    cluster.pass();
    Stored lease = cluster.store.list(ResourceTypes.LEASES, java.util.Optional.empty()).getFirst();
    assertThat(managers(lease.tree())).containsExactly("kubelet");
  }

  @Test
  void what_is_not_changed_is_not_noted_again() {
    ObjectNode before = aPod();
    cluster.pass();
    assertThat(cluster.get(ResourceTypes.PODS, before.at("/metadata/name").asText()))
        .isEqualTo(before);
  }
}
