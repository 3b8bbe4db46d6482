package org.lazaretto.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Planned;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Disposal;
import org.lazaretto.plan.Finding;
import org.lazaretto.plan.Request;
import org.lazaretto.plan.dispose.DisposePlanner;

/** The traps of ending a suspect. */
class DisposeTrapsTest {
  private static List<Finding> ending(Disposal way, String pod) {
    ClusterSnapshot seen =
        new ClusterBuilder()
            .node("n1", "z1")
            .deployment("shop", "web", Template.of("web"), "n1", "n1")
            .bare("shop", "lone", Template.of("lone"), "n1")
            .build();
    PodRef suspect = seen.pod("shop", pod).orElseThrow().ref();
    return Consequences.of(
        seen,
        Planned.of(
            DisposePlanner.plan(seen, new Request.Dispose(List.of(suspect), way), List.of())),
        Asked.CONTEXT);
  }

  @Test
  void a_suspect_whose_owner_stays_is_replaced_at_once() {
    assertThat(Asked.said(ending(Disposal.PODS, "web-6f7d-1"), "T-10"))
        .containsExactly("STOP shop/web-6f7d-1, shop/web");
    assertThat(Asked.said(ending(Disposal.ORPHAN, "web-6f7d-1"), "T-10")).isEmpty();
    assertThat(Asked.said(ending(Disposal.PODS, "lone"), "T-10")).isEmpty();
  }

  @Test
  void siblings_that_end_with_the_suspect_stop_the_plan() {
    for (Disposal way : List.of(Disposal.FOREGROUND, Disposal.SCALE)) {
      assertThat(Asked.said(ending(way, "web-6f7d-1"), "T-44"))
          .containsExactly("STOP shop/web, shop/web-6f7d-2");
    }
    assertThat(Asked.said(ending(Disposal.ORPHAN, "web-6f7d-1"), "T-44")).isEmpty();
  }

  @Test
  void a_suspect_that_is_told_before_it_ends_is_warned_of() {
    assertThat(Asked.text(ending(Disposal.PODS, "lone"), "T-20")).contains("s of grace");
    assertThat(Asked.said(Asked.cordoning(Asked.two(), Asked.bad()), "T-20")).isEmpty();
  }
}
