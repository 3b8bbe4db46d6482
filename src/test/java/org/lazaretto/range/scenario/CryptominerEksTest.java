package org.lazaretto.range.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.cluster.object.Tree;
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

  private static String imageOf(Stored pod) {
    return Tree.text(pod.tree().at("/status/containerStatuses/0"), "imageID");
  }
}
