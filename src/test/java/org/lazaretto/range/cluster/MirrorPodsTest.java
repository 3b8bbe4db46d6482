package org.lazaretto.range.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.node.StaticPod;
import org.lazaretto.range.cluster.object.Owners;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ResourceTypes;

class MirrorPodsTest {
  private static final String NODE = TestCluster.node(0);
  private static final String NAME = "watchdog-" + NODE;

  private final TestCluster cluster = TestCluster.of(2, List.of(new StaticPod(NODE, file())));

  private static ObjectNode file() {
    ObjectNode pod = Tree.head("v1", "Pod", TestCluster.NS, "watchdog");
    Tree.overlay(
        pod, TestCluster.json("{'spec':{'containers':[{'name':'main','image':'watchdog:1'}]}}"));
    return pod;
  }

  @Test
  void a_static_pod_shows_as_a_mirror_that_its_node_owns() {
    ObjectNode mirror = cluster.get(ResourceTypes.PODS, NAME);
    assertThat(Tree.at(mirror, "metadata", "annotations").has("kubernetes.io/config.mirror"))
        .isTrue();
    assertThat(Tree.text(mirror, "metadata", "annotations", "kubernetes.io/config.source"))
        .isEqualTo("file");
    assertThat(Owners.controllerOf(mirror))
        .hasValueSatisfying(o -> assertThat(Tree.text(o, "kind")).isEqualTo("Node"));
    assertThat(Tree.text(mirror, "status", "phase")).isEqualTo("Running");
    assertThat(mirror.path("spec").has("serviceAccountName")).isFalse();
  }

  @Test
  void deleting_the_mirror_ends_nothing_and_it_is_back_soon() {
    ObjectNode before = cluster.get(ResourceTypes.PODS, NAME);
    cluster.delete(ResourceTypes.PODS, NAME);
    cluster.pass();
    ObjectNode after = cluster.get(ResourceTypes.PODS, NAME);
    assertThat(Tree.text(after, "metadata", "uid"))
        .isNotEqualTo(Tree.text(before, "metadata", "uid"));
    assertThat(after.at("/status/containerStatuses/0/containerID"))
        .isEqualTo(before.at("/status/containerStatuses/0/containerID"));
  }
}
