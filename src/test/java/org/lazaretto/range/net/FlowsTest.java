package org.lazaretto.range.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ResourceTypes;

/** What becomes of a connection that stands. */
class FlowsTest {
  private static final ObjectKey WEB = new ObjectKey("shop", "web");
  private static final String DENY_WEB =
      "{'podSelector':{'matchLabels':{'app':'web'}},'policyTypes':['Ingress','Egress']}";
  private final AtomicBoolean alive = new AtomicBoolean(true);

  private Town begun(Cni cni, Flows.Wish wish) {
    Town town = new Town(cni);
    town.flows.begin("c1", WEB, List.of(wish), pid -> alive.get());
    return town;
  }

  private static boolean stands(Town town) {
    return town.flows.of(town.peer("shop", "web").uid()).getFirst().established();
  }

  private static final Flows.Wish MINES = new Flows.Wish(7, "pool.example", 3333);

  @Test
  void under_amazon_s_cni_it_survives_a_new_policy() {
    Town town = begun(Cni.VPC_CNI, MINES);
    assertThat(stands(town)).isTrue();
    town.policy("deny", DENY_WEB);
    town.flows.look();
    assertThat(town.dial("shop", "web", Town.POOL, 3333)).isEqualTo("silent");
    assertThat(stands(town)).isTrue();
  }

  @Test
  void under_calico_it_is_cut_and_tried_again() {
    Town town = begun(Cni.CALICO, MINES);
    int port = town.flows.of(town.peer("shop", "web").uid()).getFirst().localPort();
    town.policy("deny", DENY_WEB);
    assertThat(stands(town)).isFalse();
    town.drop(ResourceTypes.NETWORK_POLICIES, "shop", "deny");
    assertThat(stands(town)).isTrue();
    assertThat(town.flows.of(town.peer("shop", "web").uid()).getFirst().localPort())
        .isNotEqualTo(port);
  }

  @ParameterizedTest
  @EnumSource
  void one_that_begins_under_a_policy_does_not_stand(Cni cni) {
    Town town = new Town(cni);
    town.policy("deny", DENY_WEB);
    town.flows.begin("c1", WEB, List.of(MINES), pid -> true);
    assertThat(stands(town)).isFalse();
    assertThat(town.flows.of(town.peer("shop", "web").uid()).getFirst().remote())
        .contains(Town.POOL);
  }

  @Test
  void it_goes_with_its_process() {
    Town town = begun(Cni.VPC_CNI, MINES);
    alive.set(false);
    assertThat(town.flows.of(town.peer("shop", "web").uid())).isEmpty();
  }

  @Test
  void it_goes_with_its_pod() {
    Town town = begun(Cni.VPC_CNI, MINES);
    String uid = town.peer("shop", "web").uid();
    town.drop(ResourceTypes.PODS, "shop", "web");
    assertThat(town.flows.of(uid)).isEmpty();
  }

  @Test
  void the_server_sees_it_too_and_a_service_that_changes_does_not_end_it() {
    Town town = begun(Cni.VPC_CNI, new Flows.Wish(1, "pay", 80));
    Peer pay = town.peer("shop", "pay");
    assertThat(town.flows.of(pay.uid()))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.from().key()).isEqualTo(WEB);
          assertThat(f.remote()).contains("10.1.0.3");
          assertThat(f.remotePort()).isEqualTo(8080);
        });
    town.drop(ResourceTypes.ENDPOINT_SLICES, "shop", "pay-1");
    assertThat(town.dial("shop", "web", "pay", 80)).isEqualTo("refused");
    assertThat(town.flows.of(pay.uid())).hasSize(1);
  }

  @Test
  void when_the_server_goes_the_client_finds_another() {
    Town town = begun(Cni.VPC_CNI, new Flows.Wish(1, "pay", 80));
    town.pod("shop", "pay-2", "10.1.0.7", "");
    town.drop(ResourceTypes.PODS, "shop", "pay");
    town.drop(ResourceTypes.ENDPOINT_SLICES, "shop", "pay-1");
    assertThat(stands(town)).isFalse();
    town.slice("10.1.0.7");
    assertThat(town.flows.of(town.peer("shop", "pay-2").uid())).hasSize(1);
  }

  @Test
  void a_container_that_ended_keeps_none() {
    Town town = begun(Cni.VPC_CNI, MINES);
    town.flows.end("c1");
    assertThat(town.flows.of(town.peer("shop", "web").uid())).isEmpty();
  }
}
