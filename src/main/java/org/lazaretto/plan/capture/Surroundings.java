package org.lazaretto.plan.capture;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.model.ServiceEntry;
import org.lazaretto.model.Workload;
import org.lazaretto.plan.RawPath;

/** What is kept of everything around a suspect: owners, node, network, rights, budgets. */
final class Surroundings {
  private static final String RBAC = "rbac.authorization.k8s.io/v1";

  private Surroundings() {}

  static void add(Captures captures, ClusterSnapshot snapshot, Pod pod) {
    owners(captures, snapshot, pod);
    pod.node().flatMap(snapshot::node).ifPresent(node -> node(captures, pod, node));
    snapshot.servicesOf(pod).stream()
        .sorted(Comparator.comparing(service -> service.object().name()))
        .forEach(service -> service(captures, pod, service));
    namespaceLists(captures, pod);
    rights(captures, pod);
  }

  private static void owners(Captures captures, ClusterSnapshot snapshot, Pod pod) {
    Optional<ObjectRef> owner = pod.mirror() ? Optional.empty() : pod.controller();
    while (owner.isPresent()) {
      ObjectRef ref = owner.get();
      if (!captures.add(pod.ref(), ref, "owner " + ref.spoken(), RawPath.of(ref))) {
        return; // captured for another suspect, or a forged chain that ends in itself
      }
      captures.add(pod.ref(), ref, "events of " + ref.spoken(), Events.byUid(ref));
      owner = snapshot.workload(ref.uid()).flatMap(Workload::controller);
    }
  }

  private static void node(Captures captures, Pod pod, Node node) {
    ObjectRef ref = node.object();
    captures.add(pod.ref(), ref, "node of the suspect", RawPath.of(ref));
    captures.add(pod.ref(), ref, "events of the node", Events.ofNode(ref));
  }

  private static void service(Captures captures, Pod pod, ServiceEntry service) {
    ObjectRef ref = service.object();
    captures.add(pod.ref(), ref, "service in front of the suspect", RawPath.of(ref));
    String label = RawPath.encode("kubernetes.io/service-name=" + ref.name());
    String slices = RawPath.list("discovery.k8s.io/v1", ref.namespace(), "endpointslices");
    captures.add(pod.ref(), ref, "endpoints of the service", slices + "?labelSelector=" + label);
  }

  private static void namespaceLists(Captures captures, Pod pod) {
    list(captures, pod, "networking.k8s.io/v1", "networkpolicies", "network policies");
    list(captures, pod, "policy/v1", "poddisruptionbudgets", "disruption budgets");
  }

  private static void rights(Captures captures, Pod pod) {
    String namespace = pod.ref().namespace();
    String name = pod.shape().serviceAccount();
    ObjectRef account =
        new ObjectRef("v1", "ServiceAccount", namespace, name.isEmpty() ? "default" : name, "");
    captures.add(pod.ref(), account, "service account of the suspect", RawPath.of(account));
    list(captures, pod, RBAC, "roles", "roles");
    list(captures, pod, RBAC, "rolebindings", "role bindings");
    clusterList(captures, pod, "ClusterRole", "cluster roles");
    clusterList(captures, pod, "ClusterRoleBinding", "cluster role bindings");
  }

  private static void clusterList(Captures captures, Pod pod, String kind, String what) {
    ObjectRef all = new ObjectRef(RBAC, kind, "", "", "");
    String plural = kind.toLowerCase(Locale.ROOT) + "s";
    captures.add(pod.ref(), all, what, RawPath.list(RBAC, "", plural));
  }

  private static void list(
      Captures captures, Pod pod, String apiVersion, String plural, String what) {
    String namespace = pod.ref().namespace();
    ObjectRef target = new ObjectRef("v1", "Namespace", "", namespace, "");
    captures.add(
        pod.ref(),
        target,
        what + " of namespace " + namespace,
        RawPath.list(apiVersion, namespace, plural));
  }
}
