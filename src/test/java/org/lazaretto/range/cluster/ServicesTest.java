package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class ServicesTest {
  private final TestCluster cluster = TestCluster.of(2);

  @BeforeEach
  void aServiceStandsBeforeADeployment() {
    cluster.deployment("web", 2);
    cluster.create(
        "v1",
        "Service",
        "web",
        "{'spec':{'selector':{'app':'web'},'ports':[{'name':'http','port':80,'targetPort':8080,'protocol':'TCP'}]}}");
    cluster.pass();
  }

  private List<String> ready() {
    List<String> addresses = new ArrayList<>();
    ObjectNode slice =
        cluster
            .store
            .list(ResourceTypes.ENDPOINT_SLICES, Optional.of(TestCluster.NS))
            .getFirst()
            .tree();
    for (JsonNode each : slice.path("endpoints")) {
      if (each.path("conditions").path("ready").asBoolean()) {
        addresses.add(each.path("addresses").path(0).asText());
      }
    }
    return addresses;
  }

  @Test
  void it_has_an_address_and_leads_to_the_pods_that_are_ready() {
    assertThat(Tree.text(cluster.get(ResourceTypes.SERVICES, "web"), "spec", "clusterIP"))
        .startsWith("172.20.");
    assertThat(ready()).hasSize(2);
    ObjectNode endpoints = cluster.get(ResourceTypes.ENDPOINTS, "web");
    assertThat(endpoints.at("/subsets/0/addresses")).hasSize(2);
    assertThat(endpoints.at("/subsets/0/ports/0/port").asInt()).isEqualTo(8080);
  }

  @Test
  void a_pod_that_is_going_is_taken_out_at_once() {
    cluster.delete(ResourceTypes.PODS, cluster.names("web").getFirst());
    cluster.pass(Duration.ZERO);
    assertThat(ready()).hasSize(1);
    cluster.pass();
    assertThat(ready()).hasSize(2);
  }

  @Test
  void a_pod_that_loses_its_label_is_taken_out() {
    cluster.change(
        ResourceTypes.PODS,
        cluster.names("web").getFirst(),
        p -> Tree.made(p, "metadata", "labels").put("app", "held"));
    cluster.pass(Duration.ZERO);
    assertThat(ready()).hasSize(1);
  }

  @Test
  void what_belongs_to_it_goes_with_it() {
    cluster.delete(ResourceTypes.SERVICES, "web");
    cluster.pass();
    assertThat(cluster.store.list(ResourceTypes.ENDPOINT_SLICES, Optional.of(TestCluster.NS)))
        .isEmpty();
    assertThat(cluster.find(ResourceTypes.ENDPOINTS, "web")).isEmpty();
  }

  @Test
  void a_namespace_has_its_account_and_is_emptied_before_it_goes() {
    assertThat(cluster.find(ResourceTypes.SERVICE_ACCOUNTS, "default")).isPresent();
    cluster.delete(ResourceTypes.NAMESPACES, TestCluster.NS);
    cluster.pass(Duration.ofMillis(10));
    assertThat(Tree.text(cluster.get(ResourceTypes.NAMESPACES, TestCluster.NS), "status", "phase"))
        .isEqualTo("Terminating");
    cluster.pass(Duration.ofMinutes(2));
    assertThat(cluster.find(ResourceTypes.NAMESPACES, TestCluster.NS)).isEmpty();
    assertThat(cluster.pods("web")).isEmpty();
  }

  private ObjectNode service(String name, String spec) {
    cluster.create("v1", "Service", name, "{'spec':" + spec + "}");
    cluster.pass();
    return cluster.get(ResourceTypes.SERVICES, name);
  }

  @Test
  void a_port_may_be_named_as_the_container_names_it() {
    cluster.workload(
        "Deployment",
        "api",
        "api:1",
        "{'template':{'spec':{'containers':[{'name':'main','image':'api:1','ports':[{'name':'http','containerPort':9000}]}]}}}");
    service("api", "{'selector':{'app':'api'},'ports':[{'port':80,'targetPort':'http'}]}");
    assertThat(cluster.get(ResourceTypes.ENDPOINTS, "api").at("/subsets/0/ports/0/port").asInt())
        .isEqualTo(9000);
  }

  @Test
  void one_that_is_open_to_the_outside_has_node_ports_and_a_balancer() {
    ObjectNode open = service("open", "{'type':'LoadBalancer','ports':[{'port':80}]}");
    assertThat(open.at("/spec/ports/0/nodePort").asInt()).isBetween(30000, 32767);
    assertThat(open.at("/status/loadBalancer/ingress/0/hostname").asText())
        .endsWith(".elb.amazonaws.com");
  }

  @Test
  void an_external_name_has_no_address() {
    ObjectNode other = service("other", "{'type':'ExternalName','externalName':'db.example'}");
    assertThat(Tree.text(other, "spec", "clusterIP")).isEmpty();
  }
}
