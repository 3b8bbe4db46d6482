package org.lazaretto.range.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ApiProblem.Cause;
import org.lazaretto.range.store.Changes;
import org.lazaretto.range.store.Json;
import org.lazaretto.range.store.LabelSelector;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/**
 * Eviction: a deletion that asks the disruption budgets first, by the rules and in the words of
 * Kubernetes' own eviction subresource.
 */
final class Evictions implements Endpoint {
  private static final Set<String> NEED_NO_BUDGET = Set.of("Succeeded", "Failed", "Pending");
  private static final String REFUSAL =
      "Cannot evict pod as it would violate the pod's disruption budget.";
  private static final int RETRY_SECONDS = 10;

  private final ObjectStore store;
  private final RangeClock clock;
  private final Bodies bodies;

  Evictions(ObjectStore store, RangeClock clock, Bodies bodies) {
    this.store = store;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Override
  public Answer answer(ApiRequest request) {
    Where where = request.where();
    JsonNode eviction = bodies.other(request.body(), "policy/v1", "Eviction");
    String name = eviction.path("metadata").path("name").asText(where.name());
    if (!name.equals(where.name())) {
      throw ApiProblem.badRequest("name in URL does not match name in Eviction object");
    }
    DeleteOptions options =
        DeleteOptions.of(eviction.path("deleteOptions"), request.query(), false);
    Changes changes = options.dryRun() ? store.rehearsal() : store;
    Stored pod =
        store
            .get(ResourceTypes.PODS, where.namespace(), name)
            .orElseThrow(() -> ApiProblem.notFound(ResourceTypes.PODS, name));
    new Webhooks(store).ask(where, "CREATE", eviction);
    // A precondition that does not hold must not cost the budget anything.
    store.rehearsal().delete(ResourceTypes.PODS, where.namespace(), name, options.deletion());
    if (!needsNoBudget(pod)) {
      List<Stored> budgets = budgets(pod);
      if (budgets.size() > 1) {
        throw ApiProblem.of(
            500,
            "InternalError",
            "This pod has more than one PodDisruptionBudget, which the eviction subresource does"
                + " not support.");
      }
      budgets.stream()
          .filter(budget -> !ignores(budget.tree(), pod.tree()))
          .forEach(budget -> take(changes, budget, name));
    }
    changes.delete(
        ResourceTypes.PODS, where.namespace(), name, options.deletion().onlyUid(pod.uid()));
    return Answer.json(201, DeleteEndpoints.success());
  }

  private static boolean needsNoBudget(Stored pod) {
    return pod.deleting() || NEED_NO_BUDGET.contains(pod.field("status.phase").orElse(""));
  }

  private List<Stored> budgets(Stored pod) {
    return store.list(ResourceTypes.POD_DISRUPTION_BUDGETS, Optional.of(pod.namespace())).stream()
        .filter(
            budget -> LabelSelector.of(budget.tree().at("/spec/selector")).matches(pod.labels()))
        .toList();
  }

  /** A pod that is not ready does not count as healthy, so that some budgets let it go. */
  private static boolean ignores(ObjectNode budget, ObjectNode pod) {
    boolean ready =
        pod.at("/status/conditions")
            .valueStream()
            .anyMatch(c ->
                c.path("type").asText().equals("Ready")
                    && c.path("status").asText().equals("True"));
    if (ready) {
      return false;
    }
    if (budget.at("/spec/unhealthyPodEvictionPolicy").asText("").equals("AlwaysAllow")) {
      return true;
    }
    int desired = budget.at("/status/desiredHealthy").asInt(0);
    return desired > 0 && budget.at("/status/currentHealthy").asInt(0) >= desired;
  }

  /** Takes one disruption from a budget, if there is one to take. */
  private void take(Changes changes, Stored budget, String pod) {
    changes.update(
        budget.type(),
        budget.namespace(),
        budget.name(),
        tree -> {
          ObjectNode status = Json.child(tree, "status");
          check(tree, status, budget.name());
          int left = status.path("disruptionsAllowed").asInt(0) - 1;
          status.put("disruptionsAllowed", left);
          if (left == 0) {
            insufficient(status);
          }
          Json.child(status, "disruptedPods")
              .put(pod, clock.now().truncatedTo(ChronoUnit.SECONDS).toString());
          return tree;
        });
  }

  private static void check(ObjectNode budget, ObjectNode status, String name) {
    long generation = budget.at("/metadata/generation").asLong(0);
    if (status.path("observedGeneration").asLong(0) < generation) {
      throw refusal("The disruption budget " + name + " is still being processed by the server.")
          .retryAfter(RETRY_SECONDS);
    }
    if (status.path("disruptionsAllowed").asInt(0) <= 0) {
      throw refusal(
          "The disruption budget %s needs %d healthy pods and has %d currently"
              .formatted(
                  name,
                  status.path("desiredHealthy").asInt(0),
                  status.path("currentHealthy").asInt(0)));
    }
  }

  private static ApiProblem refusal(String cause) {
    return ApiProblem.of(429, "TooManyRequests", REFUSAL)
        .with(List.of(new Cause("DisruptionBudget", cause, "")));
  }

  private static void insufficient(ObjectNode status) {
    for (JsonNode condition : status.path("conditions")) {
      if (condition instanceof ObjectNode one
          && one.path("type").asText().equals("DisruptionAllowed")) {
        one.put("status", "False").put("reason", "InsufficientPods");
      }
    }
  }
}
