package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.ui.desk.CaseLines;

class HeaderViewModelTest {
  private final HeaderViewModel model = new HeaderViewModel(ZoneId.of("UTC"));
  private final CaseLines lines = new CaseLines();

  @Test
  void time_is_counted_from_the_opening_then_from_the_first_mark() {
    Instant later = CaseLines.BEGAN.plus(Duration.ofSeconds(872));
    assertThat(model.elapsed(lines.progress(), later).shown()).isEqualTo("+00:14:32");
    assertThat(model.elapsed(lines.progress(), later).hover()).contains("the case was opened");
    lines.marks("miner", "n1");
    assertThat(model.elapsed(lines.progress(), later).shown()).isEqualTo("+00:14:30");
    assertThat(model.elapsed(lines.progress(), later).hover()).contains("first mark");
  }

  @Test
  void an_exercise_is_named_in_capitals() {
    assertThat(HeaderViewModel.exercise("Cryptominer on EKS"))
        .isEqualTo("EXERCISE · CRYPTOMINER ON EKS");
  }

  private static String title(String version, String... regions) {
    ClusterBuilder builder = new ClusterBuilder();
    for (int i = 0; i < regions.length; i++) {
      String region = regions[i];
      builder.node("n" + i, "a").node("n" + i, node -> labelled(node, region));
    }
    ClusterSnapshot snapshot = builder.build();
    return ClusterTitle.of(new ClusterIdentity("u", "c", "s", version, List.of()), snapshot)
        .spoken();
  }

  private static Node labelled(Node node, String region) {
    return new Node(
        node.ref(),
        node.unschedulable(),
        node.ready(),
        node.taints(),
        region.isEmpty() ? Map.of() : Map.of("topology.kubernetes.io/region", region),
        node.allocatable(),
        node.system());
  }

  @Test
  void the_platform_is_read_from_the_version_and_the_region_from_the_nodes() {
    assertThat(title("v1.35.0-eks-ac2d5a0", "eu-central-1", "eu-central-1"))
        .isEqualTo("EKS 1.35 · eu-central-1");
    assertThat(title("v1.34.1-gke.1200", "europe-west3")).isEqualTo("GKE 1.34 · europe-west3");
    assertThat(title("v1.33.0+k3s1", "")).isEqualTo("k3s 1.33");
    assertThat(title("v1.35.2", "a", "b")).isEqualTo("Kubernetes 1.35 · 2 regions");
    assertThat(title("odd\u202e", "")).isEqualTo("Kubernetes odd\\u202e");
  }
}
