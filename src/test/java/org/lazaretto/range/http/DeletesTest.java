package org.lazaretto.range.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lazaretto.range.http.PracticeServer.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

class DeletesTest {
  private static final String PODS = "/api/v1/namespaces/shop/pods";
  private static final String WEB_1 = PODS + "/web-1";
  private static final String EVICTION =
      "{'apiVersion':'policy/v1','kind':'Eviction','metadata':{'name':'web-1','namespace':'shop'}}";
  private PracticeServer practice;
  private TestClient client;

  @BeforeEach
  void start() throws IOException {
    practice = new PracticeServer();
    client = TestClient.admin(practice);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    practice.close();
  }

  private Optional<Stored> web1() {
    return practice.store.get(ResourceTypes.PODS, "shop", "web-1");
  }

  private ObjectNode budget() {
    return practice
        .store
        .get(ResourceTypes.POD_DISRUPTION_BUDGETS, "shop", "web")
        .orElseThrow()
        .tree();
  }

  private void budgetStatus(String field, int value) {
    practice.store.update(
        ResourceTypes.POD_DISRUPTION_BUDGETS,
        "shop",
        "web",
        tree -> {
          Json.child(tree, "status").put(field, value);
          return tree;
        });
  }

  @Test
  void a_running_pod_is_deleted_with_grace() {
    TestClient.Reply reply = client.delete(WEB_1 + "?gracePeriodSeconds=5");

    assertThat(reply.code()).isEqualTo(200);
    assertThat(reply.at("/kind")).isEqualTo("Pod");
    assertThat(reply.at("/metadata/deletionGracePeriodSeconds")).isEqualTo("5");
    assertThat(web1().orElseThrow().deleting()).isTrue();
  }

  @Test
  void grace_and_preconditions_come_in_the_body_too() {
    TestClient.Reply wrong =
        client.send("DELETE", WEB_1, "application/json", "{'preconditions':{'uid':'another'}}");
    TestClient.Reply right =
        client.send(
            "DELETE",
            WEB_1,
            "application/json",
            "{'gracePeriodSeconds':0,'preconditions':{'uid':'"
                + web1().orElseThrow().uid()
                + "'}}");

    assertThat(wrong.code()).isEqualTo(409);
    assertThat(wrong.at("/message")).contains("the UID in the precondition (another)");
    assertThat(right.code()).isEqualTo(200);
    assertThat(web1()).isEmpty();
  }

  @Test
  void other_objects_are_gone_at_once_and_the_answer_says_so() {
    TestClient.Reply reply = client.delete("/api/v1/namespaces/shop/services/web");

    assertThat(reply.at("/status")).isEqualTo("Success");
    assertThat(reply.at("/details/kind")).isEqualTo("services");
    assertThat(client.get("/api/v1/namespaces/shop/services/web").code()).isEqualTo(404);
  }

  @Test
  void a_rehearsed_deletion_keeps_the_object() {
    assertThat(client.delete(WEB_1 + "?dryRun=All").code()).isEqualTo(200);
    assertThat(web1().orElseThrow().deleting()).isFalse();
  }

  @Test
  void orphans_lose_their_owner_and_stay() {
    String owner = owner();

    client.delete("/apis/apps/v1/namespaces/shop/deployments/web?propagationPolicy=Orphan");

    assertThat(practice.store.byOwner(owner)).isEmpty();
    assertThat(practice.store.get(ResourceTypes.REPLICA_SETS, "shop", "web-1")).isPresent();
  }

  @Test
  void a_foreground_deletion_waits_with_its_finalizer() {
    owner();

    TestClient.Reply reply =
        client.delete("/apis/apps/v1/namespaces/shop/deployments/web?propagationPolicy=Foreground");

    assertThat(reply.code()).isEqualTo(202);
    assertThat(reply.at("/metadata/finalizers/0")).isEqualTo("foregroundDeletion");
    assertThat(client.delete(WEB_1 + "?propagationPolicy=Sideways").code()).isEqualTo(422);
  }

  private String owner() {
    String uid = practice.store.get(ResourceTypes.DEPLOYMENTS, "shop", "web").orElseThrow().uid();
    practice.store.create(
        ResourceTypes.REPLICA_SETS,
        json(
            "{'metadata':{'name':'web-1','namespace':'shop','ownerReferences':[{'uid':'%s','kind':'Deployment','name':'web'}]}}"
                .formatted(uid)));
    return uid;
  }

  @Test
  void a_selected_collection_is_deleted() {
    client.delete(PODS + "?fieldSelector=spec.nodeName%3Dnode-b&gracePeriodSeconds=0");

    assertThat(practice.store.list(ResourceTypes.PODS, Optional.empty()))
        .extracting(Stored::name)
        .containsExactly("web-1");
  }

  @Test
  void an_eviction_takes_one_disruption_and_deletes_with_grace() {
    TestClient.Reply reply = client.post(WEB_1 + "/eviction", EVICTION);

    assertThat(reply.code()).isEqualTo(201);
    assertThat(reply.at("/status")).isEqualTo("Success");
    assertThat(web1().orElseThrow().deleting()).isTrue();
    assertThat(budget().at("/status/disruptionsAllowed").asInt()).isZero();
    assertThat(budget().at("/status/disruptedPods/web-1").asText()).isNotEmpty();
  }

  @Test
  void a_full_budget_refuses_in_the_words_of_a_real_server() {
    budgetStatus("disruptionsAllowed", 0);

    TestClient.Reply reply = client.post(WEB_1 + "/eviction", EVICTION);

    assertThat(reply.code()).isEqualTo(429);
    assertThat(reply.at("/reason")).isEqualTo("TooManyRequests");
    assertThat(reply.at("/message"))
        .isEqualTo("Cannot evict pod as it would violate the pod's disruption budget.");
    assertThat(reply.at("/details/causes/0/reason")).isEqualTo("DisruptionBudget");
    assertThat(reply.at("/details/causes/0/message"))
        .isEqualTo("The disruption budget web needs 1 healthy pods and has 2 currently");
    assertThat(web1().orElseThrow().deleting()).isFalse();
  }

  @Test
  void a_budget_that_is_still_processed_says_when_to_come_again() {
    practice.store.update(
        ResourceTypes.POD_DISRUPTION_BUDGETS,
        "shop",
        "web",
        tree -> {
          Json.child(tree, "spec").put("minAvailable", 2);
          return tree;
        });

    TestClient.Reply reply = client.post(WEB_1 + "/eviction", EVICTION);

    assertThat(reply.code()).isEqualTo(429);
    assertThat(reply.header("Retry-After")).isEqualTo("10");
    assertThat(reply.at("/details/causes/0/message"))
        .isEqualTo("The disruption budget web is still being processed by the server.");
  }

  @Test
  void two_budgets_for_one_pod_are_an_error() {
    ObjectNode second = budget();
    Json.child(second, "metadata").put("name", "web-too");
    practice.store.create(ResourceTypes.POD_DISRUPTION_BUDGETS, second);

    TestClient.Reply reply = client.post(WEB_1 + "/eviction", EVICTION);

    assertThat(reply.code()).isEqualTo(500);
    assertThat(reply.at("/message"))
        .isEqualTo(
            "This pod has more than one PodDisruptionBudget, which the eviction subresource does"
                + " not support.");
  }

  @Test
  void a_rehearsed_eviction_asks_the_budget_and_takes_nothing() {
    TestClient.Reply allowed = client.post(WEB_1 + "/eviction?dryRun=All", EVICTION);
    budgetStatus("disruptionsAllowed", 0);
    TestClient.Reply refused =
        client.post(
            WEB_1 + "/eviction",
            "{'apiVersion':'policy/v1beta1','kind':'Eviction','deleteOptions':{'dryRun':['All']}}");

    assertThat(allowed.code()).isEqualTo(201);
    assertThat(refused.code()).isEqualTo(429);
    assertThat(web1().orElseThrow().deleting()).isFalse();
  }

  @Test
  void a_pod_that_is_not_ready_goes_if_the_budget_is_healthy_without_it() {
    budgetStatus("disruptionsAllowed", 0);
    practice.store.update(
        ResourceTypes.PODS,
        "shop",
        "web-1",
        tree -> {
          Json.child(tree, "status").remove("conditions");
          return tree;
        });

    assertThat(client.post(WEB_1 + "/eviction", EVICTION).code()).isEqualTo(201);
    assertThat(budget().at("/status/disruptedPods").isMissingNode()).isTrue();
  }

  @Test
  void an_eviction_of_nothing_or_of_another_pod_is_refused() {
    assertThat(client.post(PODS + "/nope/eviction", "{}").code()).isEqualTo(404);
    assertThat(client.post(PODS + "/web-2/eviction", EVICTION).at("/message"))
        .isEqualTo("name in URL does not match name in Eviction object");
    assertThat(
            client
                .post(WEB_1 + "/eviction", "{'deleteOptions':{'preconditions':{'uid':'another'}}}")
                .code())
        .isEqualTo(409);
  }
}
