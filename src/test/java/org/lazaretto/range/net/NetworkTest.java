package org.lazaretto.range.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lazaretto.range.store.ResourceTypes;

/** Who reaches whom, under the policies in force. */
class NetworkTest {
  private static final String DENY_PAY =
      "{'podSelector':{'matchLabels':{'app':'pay'}},'policyTypes':['Ingress','Egress']}";
  private final Town town = new Town(Cni.CALICO);

  @Test
  void without_policies_all_pods_reach_each_other_and_what_answers_outside() {
    assertThat(town.dial("shop", "web", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 9999)).isEqualTo("refused");
    assertThat(town.dial("shop", "web", "pool.example", 3333)).isEqualTo("open");
    assertThat(town.dial("shop", "web", "pool.example", 22)).isEqualTo("silent");
    assertThat(town.dial("shop", "web", "203.0.113.9", 443)).isEqualTo("silent");
    assertThat(town.dial("shop", "web", "10.0.0.1", 10250)).isEqualTo("open");
    assertThat(town.dial("shop", "web", "10.0.0.1", 80)).isEqualTo("refused");
    assertThat(town.dial("shop", "web", "127.0.0.1", 8080)).isEqualTo("open");
  }

  @ParameterizedTest
  @CsvSource({
    "shop,web,pay,open",
    "lab,probe,pay,unknown",
    "lab,probe,pay.shop,open",
    "lab,probe,pay.shop.svc,open",
    "lab,probe,pay.shop.svc.cluster.local,open",
    "lab,probe,nope.shop.svc.cluster.local,unknown",
    "lab,probe,nothing.example,unknown"
  })
  void services_are_found_by_their_names(String namespace, String pod, String name, String result) {
    assertThat(town.dial(namespace, pod, name, 80)).isEqualTo(result);
  }

  @Test
  void a_service_leads_to_who_is_ready_behind_it() {
    assertThat(town.dial("shop", "web", "172.20.0.5", 80)).isEqualTo("open");
    assertThat(town.dial("shop", "web", "172.20.0.5", 81)).isEqualTo("silent");
    town.drop(ResourceTypes.ENDPOINT_SLICES, "shop", "pay-1");
    assertThat(town.dial("shop", "web", "172.20.0.5", 80)).isEqualTo("refused");
  }

  @Test
  void a_policy_that_allows_nothing_cuts_both_ways() {
    town.policy("deny", DENY_PAY);
    assertThat(town.dial("shop", "web", "pay", 80)).isEqualTo("silent");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("silent");
    assertThat(town.dial("shop", "pay", "10.1.0.2", 8080)).isEqualTo("silent");
    assertThat(town.dial("shop", "pay", "pool.example", 3333)).isEqualTo("silent");
    assertThat(town.dial("shop", "pay", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "web", "10.1.0.4", 8080)).isEqualTo("open");
  }

  @Test
  void an_ingress_policy_leaves_egress_open() {
    town.policy("in", "{'podSelector':{'matchLabels':{'app':'pay'}}}");
    assertThat(town.dial("shop", "web", "pay", 80)).isEqualTo("silent");
    assertThat(town.dial("shop", "pay", "10.1.0.2", 8080)).isEqualTo("open");
  }

  @Test
  void what_one_policy_allows_no_other_forbids() {
    town.policy("deny", DENY_PAY);
    town.policy(
        "allow",
        "{'podSelector':{},'ingress':[{'from':[{'podSelector':{'matchLabels':{'app':'web'}}}]}]}");
    assertThat(town.dial("shop", "web", "pay", 80)).isEqualTo("open");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("silent");
  }

  @Test
  void peers_are_chosen_by_pod_namespace_and_both_together() {
    town.policy(
        "lab",
        "{'podSelector':{'matchLabels':{'app':'pay'}},'ingress':[{'from':[{'namespaceSelector':{'matchLabels':{'kind':'lab'}},'podSelector':{'matchLabels':{'app':'probe'}}}]}]}");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "web", "10.1.0.3", 8080)).isEqualTo("silent");
    town.pod("lab", "other", "10.1.0.6", "");
    assertThat(town.dial("lab", "other", "10.1.0.3", 8080)).isEqualTo("silent");
  }

  @Test
  void a_namespace_bears_its_name_as_a_label() {
    town.policy(
        "lab",
        "{'podSelector':{'matchLabels':{'app':'pay'}},'ingress':[{'from':[{'namespaceSelector':{'matchLabels':{'kubernetes.io/metadata.name':'lab'}}}]}]}");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "web", "10.1.0.3", 8080)).isEqualTo("silent");
  }

  @Test
  void blocks_of_addresses_have_exceptions() {
    town.policy(
        "out",
        "{'podSelector':{'matchLabels':{'app':'web'}},'policyTypes':['Egress'],'egress':[{'to':[{'ipBlock':{'cidr':'0.0.0.0/0','except':['198.51.100.0/24']}}]}]}");
    assertThat(town.dial("shop", "web", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "web", Town.POOL, 3333)).isEqualTo("silent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'port':8080} | open",
        "{'port':8081} | silent",
        "{'port':'main'} | open",
        "{'port':'other'} | silent",
        "{'port':8000,'endPort':8090} | open",
        "{'port':8000,'endPort':8010} | silent",
        "{'protocol':'UDP','port':8080} | silent",
        "{'protocol':'TCP'} | open"
      })
  void ports_are_numbers_names_and_ranges(String port, String result) {
    town.policy(
        "in", "{'podSelector':{'matchLabels':{'app':'pay'}},'ingress':[{'ports':[" + port + "]}]}");
    assertThat(town.dial("shop", "web", "10.1.0.3", 8080)).isEqualTo(result);
  }

  @Test
  void a_policy_sees_the_port_behind_the_service() {
    town.policy(
        "in", "{'podSelector':{'matchLabels':{'app':'pay'}},'ingress':[{'ports':[{'port':80}]}]}");
    assertThat(town.dial("shop", "web", "pay", 80)).isEqualTo("silent");
  }

  @Test
  void a_pod_on_the_host_s_network_ignores_policies() {
    town.pod("shop", "agent", "10.0.0.1", "'hostNetwork':true,");
    town.policy("deny", "{'podSelector':{},'policyTypes':['Ingress','Egress']}");
    assertThat(town.dial("lab", "probe", "10.0.0.1", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "agent", "10.1.0.4", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "agent", "10.1.0.3", 8080)).isEqualTo("silent");
  }

  @Test
  void a_node_that_is_cut_off_reaches_only_itself() {
    town.pod("shop", "away", "10.1.0.8", "");
    town.change("away", p -> ((ObjectNode) p.path("spec")).put("nodeName", "far"));
    assertThat(town.dial("shop", "web", "10.1.0.8", 8080)).isEqualTo("open");
    town.cut = "n1";
    assertThat(town.dial("shop", "web", "10.1.0.8", 8080)).isEqualTo("silent");
    assertThat(town.dial("shop", "away", "10.1.0.2", 8080)).isEqualTo("silent");
    assertThat(town.dial("shop", "web", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(town.dial("shop", "web", Town.POOL, 3333)).isEqualTo("silent");
  }

  @Test
  void amazon_s_cni_leaves_pods_without_an_owner_alone_and_calico_does_not() {
    Town amazon = new Town(Cni.VPC_CNI);
    for (Town each : new Town[] {amazon, town}) {
      each.policy("deny", DENY_PAY);
      each.change("pay", p -> ((ObjectNode) p.path("metadata")).remove("ownerReferences"));
    }
    assertThat(amazon.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("open");
    assertThat(amazon.dial("shop", "pay", Town.POOL, 3333)).isEqualTo("open");
    assertThat(town.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("silent");
  }

  @Test
  void amazon_s_cni_does_not_reach_fargate() {
    Town amazon = new Town(Cni.VPC_CNI);
    amazon.policy("deny", DENY_PAY);
    assertThat(amazon.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("silent");
    amazon.change("pay", p -> ((ObjectNode) p.path("spec")).put("nodeName", "far"));
    assertThat(amazon.dial("lab", "probe", "10.1.0.3", 8080)).isEqualTo("open");
  }

  @Test
  void without_a_way_to_the_resolver_no_name_is_found() {
    town.create(
        ResourceTypes.PODS,
        "{'metadata':{'name':'dns','namespace':'kube-system','labels':{'k8s-app':'kube-dns'}},'spec':{'nodeName':'n1','containers':[{'name':'a','image':'x','ports':[{'containerPort':53}]}]},'status':{'phase':'Running','podIP':'10.1.0.9'}}");
    assertThat(town.network.lookup(town.peer("shop", "pay"), "pool.example")).isPresent();
    town.policy("deny", DENY_PAY);
    assertThat(town.network.lookup(town.peer("shop", "pay"), "pool.example")).isEmpty();
    assertThat(town.network.lookup(town.peer("shop", "pay"), Town.POOL)).isPresent();
    town.policy(
        "dns",
        "{'podSelector':{'matchLabels':{'app':'pay'}},'policyTypes':['Egress'],'egress':[{'ports':[{'protocol':'UDP','port':53}]}]}");
    assertThat(town.network.lookup(town.peer("shop", "pay"), "pool.example")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.0.1,true",
    "10.0.0.0/8,11.0.0.1,false",
    "0.0.0.0/0,1.2.3.4,true",
    "1.2.3.4/32,1.2.3.4,true",
    "1.2.3.4/33,1.2.3.4,false",
    "nonsense,1.2.3.4,false",
    "10.0.0.0/8,fd00::1,false"
  })
  void a_block_contains_its_addresses(String block, String address, boolean contains) {
    assertThat(Cidr.contains(block, address)).isEqualTo(contains);
  }
}
