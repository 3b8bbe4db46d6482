package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.Clusters;
import org.lazaretto.model.Pod;

class FilterTest {
  private static final Pod WEB = pod("shop", "web-6f7d-1");
  private static final Pod DEBUG = pod("shop", "debug");
  private static final Pod DNS = pod("kube-system", "coredns-6f7d-1");

  private static Pod pod(String namespace, String name) {
    return Clusters.shop().build().pod(namespace, name).orElseThrow();
  }

  @Test
  void without_a_filter_everything_is_shown() {
    assertThat(Filter.ALL.shows(WEB, false)).isTrue();
    assertThat(Filter.ALL.isOpen()).isTrue();
  }

  @Test
  void a_hidden_namespace_is_dimmed_until_it_is_shown_again() {
    Filter hidden = Filter.ALL.withNamespace("kube-system", false);

    assertThat(hidden.shows(DNS, false)).isFalse();
    assertThat(hidden.shows(WEB, false)).isTrue();
    assertThat(hidden.withNamespace("kube-system", true)).isEqualTo(Filter.ALL);
  }

  @Test
  void flagged_only_leaves_flagged_pods() {
    Filter flagged = Filter.ALL.withFlaggedOnly(true);

    assertThat(flagged.shows(DEBUG, false)).isTrue();
    assertThat(flagged.shows(WEB, false)).isFalse();
  }

  @Test
  void one_flag_or_a_set_of_pods_take_each_others_place() {
    Filter flag = Filter.ALL.onlyFlag(Flag.OWNERLESS);
    Filter pods = flag.onlyPods(Set.of(WEB.ref().uid()));

    assertThat(flag.shows(DEBUG, false)).isTrue();
    assertThat(flag.shows(WEB, false)).isFalse();
    assertThat(pods.shows(DEBUG, false)).isFalse();
    assertThat(pods.shows(WEB, false)).isTrue();
    assertThat(pods.withoutNarrowing()).isEqualTo(Filter.ALL);
  }

  @Test
  void a_suspect_is_shown_whatever_is_filtered() {
    Filter nothing =
        Filter.ALL
            .withNamespace("shop", false)
            .withFlaggedOnly(true)
            .onlyFlag(Flag.PRIVILEGED)
            .onlyPods(Set.of());

    assertThat(nothing.shows(WEB, false)).isFalse();
    assertThat(nothing.shows(WEB, true)).isTrue();
  }
}
