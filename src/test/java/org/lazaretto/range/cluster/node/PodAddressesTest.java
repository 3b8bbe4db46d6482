package org.lazaretto.range.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.store.ObjectStore;

class PodAddressesTest {
  private static final int BLOCK = 253;

  private final PodAddresses addresses =
      new PodAddresses(new ObjectStore(new SteppedClock(Instant.EPOCH)));

  private Set<String> block() {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < BLOCK; i++) {
      taken.add(addresses.take("a"));
    }
    return taken;
  }

  @Test
  void each_pod_of_a_node_has_an_address_of_its_own() {
    assertThat(block()).hasSize(BLOCK).doesNotContain(addresses.addressOf("a"));
  }

  @Test
  void what_pods_did_not_give_back_that_are_gone_is_given_again() {
    Set<String> gone = block();

    assertThat(addresses.take("a")).isIn(gone);
  }
}
