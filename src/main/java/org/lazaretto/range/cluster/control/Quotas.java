package org.lazaretto.range.cluster.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lazaretto.range.cluster.loop.Reconciler;
import org.lazaretto.range.cluster.object.PodUsage;
import org.lazaretto.range.cluster.object.Quantity;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.store.ApiProblem;
import org.lazaretto.range.store.ObjectKey;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.StoreEvent;
import org.lazaretto.range.store.Stored;

/** Keeps what quotas say is used by pods, and refuses a pod that would use more. */
public final class Quotas implements Reconciler {
  private final ObjectStore store;

  /** The quotas of a store. */
  public Quotas(ObjectStore store) {
    this.store = store;
  }

  @Override
  public void seen(StoreEvent event, Consumer<ObjectKey> dirty) {
    Stored object = event.object();
    if (object.type().equals(ResourceTypes.RESOURCE_QUOTAS)) {
      dirty.accept(object.key());
    } else if (object.type().equals(ResourceTypes.PODS)) {
      of(object.namespace()).forEach(quota -> dirty.accept(quota.key()));
    }
  }

  private List<Stored> of(String namespace) {
    return store.list(ResourceTypes.RESOURCE_QUOTAS, Optional.of(namespace));
  }

  @Override
  public void reconcile(ObjectKey key) {
    Optional<Stored> quota = store.get(ResourceTypes.RESOURCE_QUOTAS, key.namespace(), key.name());
    if (quota.isEmpty()) {
      return;
    }
    PodUsage used = used(quota.get());
    store.update(
        ResourceTypes.RESOURCE_QUOTAS,
        key.namespace(),
        key.name(),
        q -> {
          ObjectNode status = Tree.made(q, "status");
          JsonNode hard = Tree.at(q, "spec", "hard");
          ObjectNode told = Tree.object();
          hard.properties().stream()
              .map(Map.Entry::getKey)
              .filter(PodUsage::counts)
              .forEach(r -> told.put(r, PodUsage.written(r, used.of(r))));
          status.set("hard", hard.deepCopy());
          status.set("used", told);
          return q;
        });
  }

  private PodUsage used(Stored quota) {
    JsonNode scopes = quota.tree().at("/spec/scopes");
    return store.list(ResourceTypes.PODS, Optional.of(quota.namespace())).stream()
        .filter(p -> p.field("status.phase").filter(Quotas::isOver).isEmpty())
        .map(Stored::tree)
        .filter(p -> isAbout(scopes, p))
        .map(PodUsage::of)
        .reduce(PodUsage.none(), PodUsage::plus);
  }

  private static boolean isOver(String phase) {
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  private static boolean isAbout(JsonNode scopes, JsonNode pod) {
    boolean ends = Tree.at(pod, "spec", "activeDeadlineSeconds").isNumber();
    PodUsage usage = PodUsage.of(pod);
    boolean modest =
        usage.amounts().entrySet().stream()
            .filter(e -> e.getKey().startsWith("requests.") || e.getKey().startsWith("limits."))
            .allMatch(e -> e.getValue() == 0);
    return scopes
        .valueStream()
        .allMatch(scope ->
            switch (scope.asText("")) {
              case "Terminating" -> ends;
              case "NotTerminating" -> !ends;
              case "BestEffort" -> modest;
              case "NotBestEffort" -> !modest;
              default -> false;
            });
  }

  /**
   * Lets a new pod pass that no quota of its namespace forbids.
   *
   * @throws ApiProblem 403 in a real server's words
   */
  void admit(ObjectNode pod) {
    String name = Tree.text(pod, "metadata", "name");
    for (Stored quota : of(Tree.text(pod, "metadata", "namespace"))) {
      if (isAbout(quota.tree().at("/spec/scopes"), pod)) {
        refusal(quota, pod)
            .ifPresent(why -> {
              throw ApiProblem.forbidden(ResourceTypes.PODS, name, why);
            });
      }
    }
  }

  private Optional<String> refusal(Stored quota, ObjectNode pod) {
    Map<String, String> hard = new TreeMap<>(Tree.texts(quota.tree().at("/spec/hard")));
    hard.keySet().removeIf(resource -> !PodUsage.counts(resource));
    List<String> silent = new ArrayList<>();
    for (String resource : hard.keySet()) {
      List<String> containers = PodUsage.silentAbout(resource, pod);
      if (!containers.isEmpty()) {
        silent.add(resource + " for: " + String.join(",", containers));
      }
    }
    if (!silent.isEmpty()) {
      return Optional.of(
          "failed quota: %s: must specify %s".formatted(quota.name(), String.join("; ", silent)));
    }
    PodUsage wanted = PodUsage.of(pod);
    PodUsage used = used(quota);
    List<String> over =
        hard.keySet().stream()
            .filter(r -> wanted.of(r) > 0)
            .filter(r -> used.of(r) + wanted.of(r) > Quantity.thousandths(hard.getOrDefault(r, "")))
            .toList();
    return over.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "exceeded quota: %s, requested: %s, used: %s, limited: %s"
                .formatted(
                    quota.name(),
                    listed(over, wanted),
                    listed(over, used),
                    String.join(",", over.stream().map(r -> r + "=" + hard.get(r)).toList())));
  }

  private static String listed(List<String> resources, PodUsage usage) {
    return String.join(
        ",", resources.stream().map(r -> r + "=" + PodUsage.written(r, usage.of(r))).toList());
  }
}
