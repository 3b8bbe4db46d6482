package org.lazaretto.plan;

import java.util.Map;
import java.util.Optional;

/**
 * From what each consequence is computed, so that a responder can judge it: the fields of the live
 * objects that its rule reads, by the id of the finding.
 */
public final class Basis {
  private static final Map<String, String> BY_ID =
      Map.ofEntries(
          Map.entry("C-P-01", "spec.nodeName of the suspects"),
          Map.entry(
              "T-05",
              "the DaemonSets of kube-system, by which the network plugin is known, and the plan's policy steps"),
          Map.entry(
              "T-06", "the selectors and rules of all NetworkPolicies in the suspects' namespaces"),
          Map.entry("T-07", "the network plugin that is seen, and ownerReferences of the suspects"),
          Map.entry("T-08", "spec.hostNetwork of the suspects"),
          Map.entry("T-09", "the suspects' specs: static, privileged, hostPID, hostPath"),
          Map.entry(
              "T-10", "ownerReferences by UID, replicas, and the labels that the owners choose by"),
          Map.entry("T-11", "the selectors of all controllers against the labels that come back"),
          Map.entry("T-12", "ownerReferences of the suspects that lead to a StatefulSet"),
          Map.entry(
              "T-12b",
              "hostPID, shareProcessNamespace and restartPolicy of the pod, and the containers that are restarted"),
          Map.entry("T-13", "volumes, ownerReferences and what the plan decides of each class"),
          Map.entry(
              "T-14",
              "ownerReferences that lead to a DaemonSet, and the pods of that DaemonSet on other nodes"),
          Map.entry(
              "T-15",
              "kind, spec.paused, update strategy, template images and the pods of each workload"),
          Map.entry("T-16", "namespace and UID of each pod that the plan touches"),
          Map.entry(
              "T-17",
              "the tolerations of every pod on the node against the taint, and budgets over them"),
          Map.entry(
              "T-18",
              "status.disruptionsAllowed, currentHealthy and desiredHealthy of each budget whose selector matches"),
          Map.entry("T-19", "the mirror annotation of the pods on the nodes"),
          Map.entry(
              "T-20",
              "finalizers, preStop hooks, terminationGracePeriodSeconds and deletionTimestamp of what ends"),
          Map.entry(
              "T-23", "the autoscalers that are seen to run, and the annotations of the nodes"),
          Map.entry(
              "T-31",
              "tracking labels and annotations of Argo CD and Flux, and the targets of all autoscalers"),
          Map.entry(
              "T-32",
              "the webhook configurations whose rules match the requests of the plan, and where they are answered"),
          Map.entry(
              "T-33",
              "the service accounts of all pods, the subjects of the bindings, and the types of Secrets"),
          Map.entry("T-35", "the steps that run commands inside a suspect"),
          Map.entry(
              "T-42",
              "the UID of the namespace kube-system, against that of the plan and of the case"),
          Map.entry("T-43", "when each kind that the plan needs was last heard of"),
          Map.entry(
              "T-44",
              "ready replicas, owners, service selectors, free requests by node, node selectors, taints, zones and budgets"),
          Map.entry(
              "T-45",
              "live replicas before and after, by the marks of the catalogue for business impact"),
          Map.entry("T-46", "the conditions of the nodes and the tolerations of the suspects"),
          Map.entry("T-47", "the suspects' specs, and the taints of their nodes"),
          Map.entry("T-48", "the EndpointSlices that name pods which stay on the node"),
          Map.entry(
              "T-49", "the PersistentVolumeClaims of the suspects, and every pod that mounts them"),
          Map.entry("T-51", "the labels and the operating system of the nodes"),
          Map.entry(
              "T-54",
              "restart counts, waiting reasons, restartPolicy and liveness probes, and the DiskPressure condition of the nodes"),
          Map.entry(
              "T-55", "the selectors of services and the EndpointSlices that name the suspects"),
          Map.entry(
              "R-01", "a fresh read of each field, against what the journal says was written"),
          Map.entry("R-02", "what the responder has written on how the way in was closed"),
          Map.entry("R-03", "the suspects of the case that still run"),
          Map.entry(
              "I-01",
              "the case's label and policy as they are now, and the journal's newest proof"),
          Map.entry("R-04", "the UIDs in the journal, against those in the cluster"),
          Map.entry("R-05", "the steps of the journal that have no inverse"),
          Map.entry("R-06", "the ways back in the journal of which a part is masked"));

  private Basis() {}

  /** What a finding of that id is computed from; empty for an id that no rule has. */
  public static Optional<String> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
