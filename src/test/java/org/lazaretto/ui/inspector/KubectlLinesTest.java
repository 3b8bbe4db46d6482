package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.NodeRef;
import org.lazaretto.model.ObservedKind;

class KubectlLinesTest {
  private final KubectlLines pod = new KubectlLines(Clusters.IDENTITY, Clusters.miner().object());

  @Test
  void a_pasted_line_hits_this_cluster_and_namespace() {
    assertThat(pod.get())
        .isEqualTo("kubectl --context practice -n shop get pod/checkout-6f7d-1 -o wide");
    assertThat(pod.describe())
        .isEqualTo("kubectl --context practice -n shop describe pod/checkout-6f7d-1");
    assertThat(pod.logs())
        .isEqualTo(
            "kubectl --context practice -n shop logs pod/checkout-6f7d-1"
                + " --all-containers --timestamps --tail=200");
  }

  @Test
  void a_hostile_name_is_neither_a_flag_nor_a_second_command() {
    KubectlLines hostile =
        new KubectlLines(Clusters.IDENTITY, ObservedKind.POD.ref("n", "--x; rm -rf ~", "u"));
    assertThat(hostile.describe())
        .isEqualTo("kubectl --context practice -n n describe 'pod/--x; rm -rf ~'");
  }

  @Test
  void a_node_has_no_namespace() {
    assertThat(new KubectlLines(Clusters.IDENTITY, new NodeRef("n1", "u").object()).describe())
        .isEqualTo("kubectl --context practice describe node/n1");
  }
}
