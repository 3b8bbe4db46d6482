package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Pod;

class GroupTest {
  private static final ClusterSnapshot SHOP = Clusters.shop().build();

  private static List<String> lit(Group group) {
    Filter filter = Filter.ALL.with(new Narrowing.ToGroup("a group", group));
    return SHOP.pods().stream()
        .filter(pod -> filter.shows(pod, false))
        .map(pod -> pod.ref().name())
        .sorted()
        .toList();
  }

  @Test
  void a_namespace_is_a_group() {
    assertThat(lit(new Group.OfNamespace("kube-system"))).hasSize(7).contains("coredns-6f7d-1");
    assertThat(lit(new Group.OfNamespace("nowhere"))).isEmpty();
  }

  @Test
  void labels_choose_in_their_own_namespace_only() {
    assertThat(lit(new Group.WithLabels("shop", Map.of("app", "web"))))
        .containsExactly("web-6f7d-1", "web-6f7d-2", "web-6f7d-3");
    assertThat(lit(new Group.WithLabels("kube-system", Map.of("app", "web")))).isEmpty();
  }

  @Test
  void an_account_of_another_namespace_is_another_account() {
    Pod web = SHOP.pod("shop", "web-6f7d-1").orElseThrow();
    String account = web.shape().serviceAccount();

    assertThat(lit(new Group.OfAccount("shop", account))).contains("web-6f7d-1");
    assertThat(lit(new Group.OfAccount("kube-system", account))).doesNotContain("web-6f7d-1");
  }

  @Test
  void pods_can_be_listed_by_uid_and_a_later_one_of_that_name_is_not_among_them() {
    Pod web = SHOP.pod("shop", "web-6f7d-1").orElseThrow();

    assertThat(lit(new Group.Listed(Set.of(web.ref().uid())))).containsExactly("web-6f7d-1");
    assertThat(lit(new Group.Listed(Set.of("web-6f7d-1")))).isEmpty();
  }
}
