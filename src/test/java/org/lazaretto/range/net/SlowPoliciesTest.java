package org.lazaretto.range.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ResourceTypes;

/** Policies that take their time (T-30). */
class SlowPoliciesTest {
  private static final Duration DELAY = Duration.ofMinutes(5);
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final String DENY_QUARANTINED =
      "{'podSelector':{'matchLabels':{'quarantine':'true'}},'policyTypes':['Ingress','Egress']}";
  private static final String ONLY_WEB =
      "{'podSelector':{'matchLabels':{'app':'pay'}},'ingress':[{'from':[{'podSelector':{'matchLabels':{'side':'web'}}}]}]}";

  private static String webToPay(Town town) {
    return town.dial("shop", "web", "10.1.0.3", 8080);
  }

  private static void label(Town town, String pod, String key) {
    town.change(pod, tree -> tree.withObject("/metadata/labels").put(key, "true"));
  }

  @ParameterizedTest
  @EnumSource
  void a_policy_counts_when_its_time_has_come(Cni cni) {
    Town town = new Town(cni, DELAY);
    town.clock.advance(DELAY);
    label(town, "pay", "quarantine");
    town.clock.advance(DELAY);
    town.policy("deny", DENY_QUARANTINED);
    town.clock.advance(DELAY.minus(MOMENT));
    assertThat(webToPay(town)).isEqualTo("open");
    town.clock.advance(MOMENT);
    assertThat(webToPay(town)).isEqualTo("silent");
    town.drop(ResourceTypes.NETWORK_POLICIES, "shop", "deny");
    assertThat(webToPay(town)).isEqualTo("silent");
    town.clock.advance(DELAY);
    assertThat(webToPay(town)).isEqualTo("open");
  }

  @ParameterizedTest
  @EnumSource
  void a_label_counts_when_its_time_has_come(Cni cni) {
    Town town = new Town(cni, DELAY);
    town.policy("deny", DENY_QUARANTINED);
    town.clock.advance(DELAY);
    label(town, "pay", "quarantine");
    town.clock.advance(DELAY.minus(MOMENT));
    assertThat(webToPay(town)).isEqualTo("open");
    town.clock.advance(MOMENT);
    assertThat(webToPay(town)).isEqualTo("silent");
  }

  @Test
  void a_new_client_is_let_in_by_a_rule_only_when_it_is_known() {
    Town town = new Town(Cni.VPC_CNI, DELAY);
    town.policy("only-web", ONLY_WEB.replace("'side':'web'", "'app':'late'"));
    town.clock.advance(DELAY);
    town.pod("shop", "late", "10.1.0.9", "");
    assertThat(town.dial("shop", "late", "10.1.0.3", 8080)).isEqualTo("silent");
    town.clock.advance(DELAY);
    assertThat(town.dial("shop", "late", "10.1.0.3", 8080)).isEqualTo("open");
  }

  @Test
  void a_new_pod_begins_without_policies_under_amazon_s_cni_and_with_them_under_calico() {
    Town amazon = new Town(Cni.VPC_CNI, DELAY);
    Town calico = new Town(Cni.CALICO, DELAY);
    for (Town town : List.of(amazon, calico)) {
      town.policy("deny-all", "{'podSelector':{},'policyTypes':['Egress']}");
      town.clock.advance(DELAY);
      town.pod("shop", "late", "10.1.0.9", "");
    }
    assertThat(amazon.dial("shop", "late", Town.POOL, 3333)).isEqualTo("open");
    assertThat(calico.dial("shop", "late", Town.POOL, 3333)).isEqualTo("silent");
    amazon.clock.advance(DELAY);
    assertThat(amazon.dial("shop", "late", Town.POOL, 3333)).isEqualTo("silent");
  }

  @Test
  void a_standing_connection_is_cut_as_late_under_calico() {
    Town town = new Town(Cni.CALICO, DELAY);
    town.flows.begin(
        "c1",
        new ObjectKey("shop", "web"),
        List.of(new Flows.Wish(7, "pool.example", 3333)),
        pid -> true);
    town.policy("deny", "{'podSelector':{},'policyTypes':['Ingress','Egress']}");
    String uid = town.peer("shop", "web").uid();
    assertThat(town.flows.of(uid).getFirst().established()).isTrue();
    town.clock.advance(DELAY);
    assertThat(town.flows.of(uid).getFirst().established()).isFalse();
  }

  @Test
  void the_delay_can_change_and_what_counted_goes_on_counting_meanwhile() {
    Town town = new Town(Cni.CALICO);
    town.network.slowPolicies(DELAY);
    town.policy("deny", "{'podSelector':{},'policyTypes':['Ingress']}");
    assertThat(webToPay(town)).isEqualTo("open");
    town.network.slowPolicies(Duration.ZERO);
    assertThat(webToPay(town)).isEqualTo("silent");
  }

  @Test
  void a_thousand_changes_a_second_are_not_all_remembered_and_none_is_lost() {
    Town town = new Town(Cni.CALICO, DELAY);
    for (int i = 0; i < 1000; i++) {
      label(town, "web", "n" + i);
      town.clock.advance(MOMENT);
    }
    town.policy("deny", "{'podSelector':{'matchLabels':{'n999':'true'}},'policyTypes':['Egress']}");
    town.clock.advance(DELAY);
    assertThat(webToPay(town)).isEqualTo("silent");
  }
}
