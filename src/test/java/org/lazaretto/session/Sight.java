package org.lazaretto.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.NetworkPolicy;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceType;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;

/** Whether what is observed is what stands, in all that a plan follows from. */
record Sight(ObjectStore store) {
  boolean is(ClusterSnapshot seen) {
    for (ObservedKind kind : ObservedKind.values()) {
      Optional<ResourceType> type = ResourceTypes.ofKind(kind.apiVersion(), kind.kind());
      if (type.isPresent() && !uids(type.get()).equals(seen.uids(kind))) {
        return false;
      }
    }
    return seen.pods().stream().allMatch(this::is)
        && seen.nodes().stream().allMatch(this::is)
        && all(ResourceTypes.SERVICES).allMatch(service -> isService(seen, service))
        && all(ResourceTypes.NETWORK_POLICIES).allMatch(policy -> isPolicy(seen, policy))
        && all(ResourceTypes.DEPLOYMENTS).allMatch(deployment -> isDeployment(seen, deployment));
  }

  private java.util.stream.Stream<Stored> all(ResourceType type) {
    return store.list(type, Optional.empty()).stream();
  }

  private Set<String> uids(ResourceType type) {
    Set<String> uids = new HashSet<>();
    all(type).forEach(each -> uids.add(each.uid()));
    return uids;
  }

  private boolean is(Pod pod) {
    Optional<Stored> now = store.get(ResourceTypes.PODS, pod.ref().namespace(), pod.ref().name());
    return now.isPresent()
        && now.get().labels().equals(pod.labels())
        && now.get().field("spec.nodeName").equals(pod.node())
        && now.get().deleting() == pod.status().deleting().isPresent()
        && Plot.ready(now.get().tree()) == pod.status().ready()
        && now.get().tree().path("spec").path("tolerations").size()
            == pod.shape().placement().tolerations().size();
  }

  private boolean is(Node node) {
    Optional<Stored> now = store.get(ResourceTypes.NODES, "", node.ref().name());
    return now.isPresent()
        && now.get().labels().equals(node.labels())
        && now.get().tree().at("/spec/unschedulable").asBoolean() == node.unschedulable()
        && now.get().tree().at("/spec/taints").size() == node.taints().size()
        && notes(now.get().tree()).entrySet().containsAll(node.state().notes().entrySet())
        && node.state().notes().keySet().containsAll(holds(now.get().tree()));
  }

  private static Map<String, String> notes(JsonNode tree) {
    Map<String, String> notes = new TreeMap<>();
    tree.at("/metadata/annotations")
        .properties()
        .forEach(note -> notes.put(note.getKey(), note.getValue().asText()));
    return notes;
  }

  private static Set<String> holds(JsonNode tree) {
    Set<String> holds = new HashSet<>(notes(tree).keySet());
    holds.retainAll(
        Set.of(
            "cluster-autoscaler.kubernetes.io/scale-down-disabled", "karpenter.sh/do-not-disrupt"));
    return holds;
  }

  private static boolean isService(ClusterSnapshot seen, Stored service) {
    Map<String, String> selector = new TreeMap<>();
    service
        .tree()
        .at("/spec/selector")
        .properties()
        .forEach(entry -> selector.put(entry.getKey(), entry.getValue().asText()));
    return seen.service(service.namespace(), service.name())
        .map(ServiceEntry::selector)
        .filter(selector::equals)
        .isPresent();
  }

  private static boolean isPolicy(ClusterSnapshot seen, Stored policy) {
    int expressions = policy.tree().at("/spec/podSelector/matchExpressions").size();
    return seen.policies(policy.namespace()).stream()
        .filter(each -> each.object().uid().equals(policy.uid()))
        .map(NetworkPolicy::selector)
        .anyMatch(selector -> selector.expressions().size() == expressions);
  }

  private static boolean isDeployment(ClusterSnapshot seen, Stored deployment) {
    JsonNode tree = deployment.tree();
    return seen.workload(deployment.uid())
        .filter(w ->
            w.replicas().desired() == tree.at("/spec/replicas").asInt()
                && w.replicas().ready() == tree.at("/status/readyReplicas").asInt()
                && w.rollout()
                    .restartedAt()
                    .equals(
                        tree.at(
                                "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt")
                            .asText("")))
        .isPresent();
  }
}
