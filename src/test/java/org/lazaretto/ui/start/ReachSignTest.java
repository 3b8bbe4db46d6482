package org.lazaretto.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.model.Reachability;

class ReachSignTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static ReachSign sign(Reachability reachability) {
    return ReachSign.of(reachability, NOW);
  }

  private static String words(String server, String namespace, String signIn) {
    return ContextWords.of(new ClusterContext("c", server, namespace, signIn, false));
  }

  @Test
  void a_server_that_is_believed_is_reachable() {
    ReachSign sign = sign(new Reachability.Reachable(NOW.plus(Duration.ofDays(300))));
    assertThat(sign.words()).isEqualTo("● reachable");
    assertThat(sign.details()).contains("2027-09-17");
  }

  @Test
  void a_certificate_that_ends_soon_is_a_warning() {
    ReachSign sign = sign(new Reachability.Reachable(NOW.plus(Duration.ofDays(3))));
    assertThat(sign.words()).isEqualTo("▲ reachable, its certificate ends in 3 d");
    assertThat(sign.tone().promising()).isTrue();
  }

  @Test
  void an_expired_certificate_is_all_that_is_said() {
    ReachSign sign = sign(new Reachability.NotBelieved("certificate expired 2 days ago"));
    assertThat(sign.words()).isEqualTo("✕ certificate expired 2 days ago");
    assertThat(sign.tone().promising()).isFalse();
  }

  @Test
  void a_short_reason_is_on_the_card_and_a_long_one_in_the_details() {
    assertThat(sign(new Reachability.Unreachable("the connection is refused")).words())
        .isEqualTo("✕ not reachable: the connection is refused");
    ReachSign long_ = sign(new Reachability.NotBelieved("x".repeat(300)));
    assertThat(long_.words()).isEqualTo("✕ not believed");
    assertThat(long_.details()).hasSize(300);
  }

  @Test
  void what_cannot_be_told_may_still_work() {
    ReachSign sign = sign(new Reachability.CannotTell("behind the proxy p:3128"));
    assertThat(sign.words()).isEqualTo("? cannot tell");
    assertThat(sign.details()).isEqualTo("behind the proxy p:3128");
    assertThat(sign.tone().promising()).isTrue();
  }

  @Test
  void a_providers_address_tells_platform_and_region() {
    assertThat(words("https://AB12.gr7.eu-central-1.eks.amazonaws.com", "", "exec: aws"))
        .isEqualTo("EKS · eu-central-1 · exec: aws");
    assertThat(words("https://x-1.hcp.westeurope.azmk8s.io:443", "", ""))
        .isEqualTo("AKS · westeurope");
    assertThat(words("https://10.0.0.2:6443", "shop", "token"))
        .isEqualTo("10.0.0.2:6443 · namespace shop · token");
    assertThat(words("", "", "")).isEqualTo("its cluster is not in the kubeconfig");
    assertThat(words("not a uri \u202e", "", "")).isEqualTo("not a uri \\u202e");
  }
}
