package org.lazaretto.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.fixture.ClusterBuilder;
import org.lazaretto.fixture.Template;
import org.lazaretto.model.EndpointSlice;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.Verdict;

/** Whether services let go of a pod is told by what their slices name, however they name it. */
class EndpointsTest {
  private static final ObjectRef WEB = ObservedKind.SERVICE.ref("shop", "web", "uid-service");

  private static ClusterBuilder web() {
    return new ClusterBuilder().node("a", "z").deployment("shop", "web", Template.of("web"), "a");
  }

  private static Verdict look(EndpointSlice.Endpoint endpoint) {
    ObjectRef object = ObservedKind.ENDPOINT_SLICE.ref("shop", "web-x1", "uid-slice");
    Stage stage =
        Stage.of(web().add(new EndpointSlice(object, "web", List.of(endpoint), List.of(80))));
    return new Endpoints(stage.cluster, stage.time.timing()).without(List.of(WEB), pod().object());
  }

  private static Pod pod() {
    return web().build().pod("shop", "web-6f7d-1").orElseThrow();
  }

  @Test
  void a_slice_that_somebody_wrote_by_hand_names_it_by_its_address_alone() {
    String address = pod().status().podIp();

    assertThat(address).isNotEmpty();
    assertThat(look(new EndpointSlice.Endpoint("", address, true)))
        .isInstanceOf(Verdict.DoesNotHold.class);
    assertThat(look(new EndpointSlice.Endpoint(pod().ref().uid(), "", true)))
        .isInstanceOf(Verdict.DoesNotHold.class);
  }

  @Test
  void an_address_of_others_is_not_its_own() {
    assertThat(look(new EndpointSlice.Endpoint("uid-other", "10.9.9.8", true)))
        .isInstanceOf(Verdict.Holds.class);
    assertThat(look(new EndpointSlice.Endpoint("", "10.9.9.9", true)))
        .isInstanceOf(Verdict.Holds.class);
  }
}
