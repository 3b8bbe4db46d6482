package org.lazaretto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.model.Workload;

/** Gives every Deployment a budget that lets one of its pods go at a time. */
final class TightBudgets {
  private final KubectlDrain kubectl;
  private final Path folder;

  TightBudgets(KubectlDrain kubectl, Path folder) {
    this.kubectl = kubectl;
    this.folder = folder;
  }

  /** A generated Deployment, its pods' label and its budget have one name. */
  void set(ClusterSnapshot snapshot) throws IOException, InterruptedException, BenchException {
    Path file = folder.resolve("budgets.yaml");
    Files.writeString(
        file,
        snapshot.workloads(ObservedKind.DEPLOYMENT).stream()
            .map(TightBudgets::budget)
            .collect(Collectors.joining("---\n")));
    kubectl.apply(file);
  }

  private static String budget(Workload deployment) {
    String name = deployment.object().name();
    return """
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata:
      namespace: %s
      name: %s
    spec:
      maxUnavailable: 1
      selector:
        matchLabels:
          app: %s
    """
        .formatted(deployment.object().namespace(), name, name);
  }
}
