package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.Deletion;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class CryptominerEksTest {
  @Test
  void it_settles_to_some_sixty_pods_on_six_nodes() throws Exception {
    PlayedScenario played = PlayedScenario.begin("cryptominer-eks");
    played.pass(Duration.ofMinutes(2));
    List<Stored> pods = played.all(ResourceTypes.PODS);
    assertThat(played.cluster().isSettled()).isTrue();
    assertThat(pods).hasSizeBetween(55, 66);
    assertThat(played.all(ResourceTypes.NODES)).hasSize(6);
    assertThat(pods).allSatisfy(p -> assertThat(p.field("status.phase")).contains("Running"));
    Map<String, Long> perNode =
        pods.stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.field("spec.nodeName").orElse(""), Collectors.counting()));
    assertThat(perNode).hasSize(6).allSatisfy((node, count) -> assertThat(count).isGreaterThan(7));
  }

  @Test
  void one_pod_of_payments_mines_after_a_while() throws Exception {
    PlayedScenario played = PlayedScenario.begin("cryptominer-eks");
    played.pass(Duration.ofMinutes(47));
    ObjectKey suspect = played.player().suspect().orElseThrow();
    List<String> digests =
        played.all(ResourceTypes.PODS).stream()
            .filter(p -> "payments".equals(p.labels().get("app")))
            .filter(p -> !p.key().equals(suspect))
            .map(CryptominerEksTest::imageOf)
            .distinct()
            .toList();
    Stored pod =
        played.store().get(ResourceTypes.PODS, suspect.namespace(), suspect.name()).orElseThrow();
    String own = imageOf(pod);
    assertThat(digests).hasSize(1).doesNotContain(own);
  }

  @Test
  void one_budget_is_full_when_the_player_comes_and_has_room_soon_after() throws Exception {
    PlayedScenario played = PlayedScenario.begin("cryptominer-eks");
    played.pass(Duration.ofMinutes(47));
    assertThat(allowed(played, "search")).isZero();
    assertThat(allowed(played, "web")).isEqualTo(2);
    played.pass(Duration.ofMinutes(1));
    assertThat(allowed(played, "search")).isEqualTo(1);
  }

  private static int allowed(PlayedScenario played, String budget) {
    Stored found =
        played.store().get(ResourceTypes.POD_DISRUPTION_BUDGETS, "shop", budget).orElseThrow();
    return Tree.number(found.tree(), -1, "status", "disruptionsAllowed");
  }

  @Test
  void the_intruder_leaves_text_that_no_reader_may_trust() throws Exception {
    PlayedScenario played = PlayedScenario.begin("cryptominer-eks");
    played.pass(Duration.ofMinutes(47));
    ObjectKey suspect = played.player().suspect().orElseThrow();
    Stored pod =
        played.store().get(ResourceTypes.PODS, suspect.namespace(), suspect.name()).orElseThrow();
    assertThat(Tree.text(pod.tree(), "metadata", "annotations", "deploy.example/note"))
        .contains("<script>", "\u001b]0;");
  }

  @Test
  void beside_the_suspect_stand_clean_pods_that_have_room_elsewhere() throws Exception {
    PlayedScenario played = PlayedScenario.begin("cryptominer-eks");
    played.pass(Duration.ofMinutes(48));
    ObjectKey suspect = played.player().suspect().orElseThrow();
    Stored pod =
        played.store().get(ResourceTypes.PODS, suspect.namespace(), suspect.name()).orElseThrow();
    String node = pod.field("spec.nodeName").orElse("");
    played
        .store()
        .update(
            ResourceTypes.NODES,
            "",
            node,
            n -> {
              Tree.made(n, "spec").put("unschedulable", true);
              return n;
            });
    List<Stored> clean =
        played.store().podsOnNode(node).stream()
            .filter(p -> !p.key().equals(suspect) && !p.namespace().equals("kube-system"))
            .toList();
    assertThat(clean).hasSizeGreaterThan(4);
    for (Stored each : clean) {
      played
          .store()
          .delete(ResourceTypes.PODS, each.namespace(), each.name(), Deletion.gracefully());
    }
    played.pass(Duration.ofMinutes(1));
    assertThat(played.cluster().isSettled()).isTrue();
    assertThat(played.store().podsOnNode(node))
        .allMatch(p ->
            p.key().equals(suspect)
                || p.namespace().equals("kube-system")
                || p.name().startsWith("log-agent-"));
  }

  private static String imageOf(Stored pod) {
    return Tree.text(pod.tree().at("/status/containerStatuses/0"), "imageID");
  }
}
