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
  void it_narrows_to_a_flag_a_pivot_or_what_a_text_found() {
    Filter flag = Filter.ALL.with(new Narrowing.ToFlag(Flag.OWNERLESS));
    Filter text = flag.with(new Narrowing.ToText("web", Set.of(WEB.ref().uid())));
    Pivot pivot = new Pivot(Pivot.Kind.NODE, Set.of("node-a1"), Set.of(DNS.ref().uid()));
    Filter same = text.with(new Narrowing.ToPivot(pivot));

    assertThat(flag.shows(DEBUG, false)).isTrue();
    assertThat(flag.shows(WEB, false)).isFalse();
    assertThat(text.shows(DEBUG, false)).isFalse();
    assertThat(text.shows(WEB, false)).isTrue();
    assertThat(same.shows(DNS, false)).isTrue();
    assertThat(same.shows(WEB, false)).isFalse();
    assertThat(same.with(new Narrowing.None())).isEqualTo(Filter.ALL);
  }

  @Test
  void a_suspect_is_shown_whatever_is_filtered() {
    Filter nothing =
        Filter.ALL
            .withNamespace("shop", false)
            .withFlaggedOnly(true)
            .with(new Narrowing.ToSuspects());

    assertThat(nothing.shows(WEB, false)).isFalse();
    assertThat(nothing.shows(WEB, true)).isTrue();
  }
}
