package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class StaticPodEksTest {
  private final PlayedScenario played;

  StaticPodEksTest() throws ScenarioException {
    played = PlayedScenario.begin("static-pod-eks");
  }

  @BeforeEach
  void thePlayerComes() {
    played.pass(Duration.ofMinutes(52));
  }

  private Stored pod(ObjectKey key) {
    return played.store().get(ResourceTypes.PODS, key.namespace(), key.name()).orElseThrow();
  }

  private Stored suspect() {
    return pod(played.player().suspect().orElseThrow());
  }

  private Stored foothold() {
    return pod(played.player().foothold().orElseThrow());
  }

  private String node() {
    return suspect().field("spec.nodeName").orElseThrow();
  }

  private void cordon() {
    played
        .store()
        .update(
            ResourceTypes.NODES,
            "",
            node(),
            n -> {
              Tree.made(n, "spec").put("unschedulable", true);
              return n;
            });
  }

  private List<String> events(String about) {
    return played.all(ResourceTypes.EVENTS).stream()
        .map(Stored::tree)
        .filter(e -> Tree.text(e, "involvedObject", "name").equals(about))
        .map(e -> Tree.text(e, "reason"))
        .toList();
  }

  @Test
  void everything_runs_and_the_suspect_is_a_mirror_on_the_foothold_s_node() {
    assertThat(played.cluster().isSettled()).isTrue();
    assertThat(played.all(ResourceTypes.PODS)).hasSizeBetween(50, 70);
    assertThat(node()).isEqualTo(foothold().field("spec.nodeName").orElseThrow());
    assertThat(suspect().field("status.phase")).contains("Running");
    assertThat(suspect().tree().at("/metadata/annotations").toString())
        .contains("kubernetes.io/config.mirror");
    assertThat(suspect().tree().at("/spec/hostNetwork").asBoolean()).isTrue();
    assertThat(suspect().tree().at("/spec/containers/0/securityContext/privileged").asBoolean())
        .isTrue();
    assertThat(foothold().name()).startsWith("label-printer-");
    assertThat(events(foothold().name())).contains("EscapeToHost");
  }

  @Test
  void deleting_the_mirror_ends_nothing_and_is_noticed() {
    Stored before = suspect();
    played
        .store()
        .delete(ResourceTypes.PODS, before.namespace(), before.name(), Deletion.gracefully());
    played.pass(Duration.ofSeconds(40));
    assertThat(suspect().uid()).isNotEqualTo(before.uid());
    assertThat(Tree.text(suspect().tree().at("/status/containerStatuses/0"), "containerID"))
        .as("the container has run on")
        .isEqualTo(Tree.text(before.tree().at("/status/containerStatuses/0"), "containerID"));
    assertThat(events(node())).contains("UnexpectedProcess");
  }

  @Test
  void a_cordon_is_undone_by_the_node_after_a_while() {
    cordon();
    played.pass(Duration.ofMinutes(19));
    Stored cordoned = played.store().get(ResourceTypes.NODES, "", node()).orElseThrow();
    assertThat(cordoned.field("spec.unschedulable")).contains("true");
    played.pass(Duration.ofMinutes(2));
    Stored undone = played.store().get(ResourceTypes.NODES, "", node()).orElseThrow();
    assertThat(undone.field("spec.unschedulable")).as("T-47").contains("false");
  }

  @Test
  void the_clean_pods_beside_it_have_room_elsewhere() {
    cordon();
    List<Stored> clean =
        played.store().podsOnNode(node()).stream()
            .filter(p -> p.namespace().equals("parcel") && !p.key().equals(foothold().key()))
            .toList();
    assertThat(clean).hasSizeGreaterThan(3);
    for (Stored each : clean) {
      played
          .store()
          .delete(ResourceTypes.PODS, each.namespace(), each.name(), Deletion.gracefully());
    }
    played.pass(Duration.ofMinutes(2));
    assertThat(played.cluster().isSettled()).isTrue();
    assertThat(played.store().podsOnNode(node()))
        .filteredOn(p -> p.namespace().equals("parcel"))
        .extracting(Stored::key)
        .containsExactly(foothold().key());
  }
}
