package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.Statuses;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.http.ContainerDoor;
import org.lazaretto.range.store.ResourceTypes;

/** Probes that a manifest asks for. */
class ProbesTest {
  private final TestCluster cluster = TestCluster.of(1);

  private void pod(String rest) {
    cluster.pod(
        "one",
        "{'containers':[{'name':'main','image':'busybox','command':['sleep','100000'],"
            + rest
            + "}]}");
    cluster.pass();
  }

  private ObjectNode status() {
    return Statuses.of(cluster.get(ResourceTypes.PODS, "one"), "main");
  }

  private boolean ready() {
    return status().path("ready").asBoolean();
  }

  private void run(String line) {
    ContainerDoor.Client nobody =
        new ContainerDoor.Client() {
          @Override
          public void out(byte[] bytes) {}

          @Override
          public void err(byte[] bytes) {}

          @Override
          public void end(ContainerDoor.Ending ending) {}
        };
    cluster
        .cluster
        .door()
        .enter(
            cluster.find(ResourceTypes.PODS, "one").orElseThrow(),
            new ContainerDoor.Errand("main", Optional.of(List.of("sh", "-c", line)), false, false),
            nobody);
  }

  private List<String> complaints() {
    return cluster.store.list(ResourceTypes.EVENTS, Optional.of(TestCluster.NS)).stream()
        .map(e -> Tree.text(e.tree(), "message"))
        .filter(m -> m.contains("probe"))
        .toList();
  }

  @Test
  void a_container_is_ready_while_its_command_finds_it_so() {
    pod(
        "'readinessProbe':{'exec':{'command':['cat','/tmp/ok']},'periodSeconds':5,'failureThreshold':2}");
    assertThat(ready()).isFalse();
    assertThat(complaints())
        .contains("Readiness probe failed: cat: can't open '/tmp/ok': No such file or directory\n");
    run("touch /tmp/ok");
    cluster.pass(Duration.ofSeconds(6));
    assertThat(ready()).isTrue();
    run("rm /tmp/ok");
    cluster.pass(Duration.ofSeconds(6));
    assertThat(ready()).isTrue();
    cluster.pass(Duration.ofSeconds(6));
    assertThat(ready()).isFalse();
    assertThat(Tree.number(status(), 0, "restartCount")).isZero();
  }

  @Test
  void a_port_on_which_nobody_listens_is_refused() {
    pod(
        "'ports':[{'name':'web','containerPort':80}],'readinessProbe':{'httpGet':{'path':'/healthz','port':81}}");
    assertThat(ready()).isFalse();
    String address =
        cluster.find(ResourceTypes.PODS, "one").orElseThrow().field("status.podIP").orElse("");
    assertThat(complaints())
        .contains(
            "Readiness probe failed: Get \"http://%1$s:81/healthz\": dial tcp %1$s:81: connect: connection refused"
                .formatted(address));
  }

  @Test
  void a_port_that_the_container_names_is_answered() {
    pod(
        "'ports':[{'name':'web','containerPort':80}],'readinessProbe':{'tcpSocket':{'port':'web'}}");
    assertThat(ready()).isTrue();
  }

  @Test
  void a_container_that_does_not_live_is_killed_and_started_again() {
    pod(
        "'livenessProbe':{'exec':{'command':['test','-e','/tmp/ok']},'initialDelaySeconds':20,'periodSeconds':5}");
    assertThat(Tree.number(status(), 0, "restartCount")).isZero();
    cluster.pass(Duration.ofSeconds(10));
    assertThat(Tree.number(status(), 0, "restartCount")).isEqualTo(1);
    assertThat(complaints()).contains("Container main failed liveness probe, will be restarted");
  }

  @Test
  void of_whom_nothing_is_known_nothing_is_wrong() {
    cluster.pod(
        "one",
        "{'containers':[{'name':'main','image':'shop/thing:1','readinessProbe':{'httpGet':{'port':9}},'livenessProbe':{'exec':{'command':['/bin/healthy']}}}]}");
    cluster.pass();
    assertThat(ready()).isTrue();
    assertThat(complaints()).isEmpty();
  }
}
