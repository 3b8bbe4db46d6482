package org.lazaretto.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.model.ClusterIdentity;
import org.lazaretto.observe.Observation;
import org.lazaretto.observe.SyncState;
import org.lazaretto.port.PortException;

/**
 * What observing a cluster of 50,000 pods costs: bytes kept a pod, time and CPU from connecting to
 * the complete snapshot. Against it, in the same run: the bytes that the same pods take as JSON
 * trees, as a client that keeps whole objects has them.
 */
public final class ObserveBench {
  private static final int PODS = 50_000;
  private static final int TREES = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final int pods;

  ObserveBench(Path folder, int pods) {
    this.folder = folder;
    this.pods = pods;
  }

  /** Measures 50,000 pods; needs no more than loopback and a folder for temporary files. */
  public static String run() throws BenchException, InterruptedException {
    try {
      Path folder = Files.createTempDirectory("lazaretto-bench");
      Path kubeconfig = folder.resolve("kubeconfig");
      try {
        return new ObserveBench(folder, PODS).measure();
      } finally {
        Files.deleteIfExists(kubeconfig);
        Files.deleteIfExists(folder);
      }
    } catch (IOException | PortException e) {
      throw new BenchException("Observing could not be measured: " + e.getMessage(), e);
    }
  }

  private record Cost(double keptBytes, Duration time, Duration cpu) {}

  String measure() throws IOException, PortException, BenchException, InterruptedException {
    double tree = bytesOfTree();
    try (ServerProcess server = ServerProcess.start(pods)) {
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubeconfig(server.url()));
      observed(kubeconfig);
      Cost cost = observed(kubeconfig);
      double json = new PodText().pod(pods / 2).length;
      return String.format(
          Locale.ROOT,
          "observe: %d pods of %.0f B of JSON in %.2f s, %.0f us CPU a pod; %.0f B a pod kept,"
              + " %.0f B as a JSON tree%n"
              + "observe %.0f B/pod %.1fx against keeping JSON trees",
          pods,
          json,
          cost.time().toNanos() / 1e9,
          cost.cpu().toNanos() / 1e3 / pods,
          cost.keptBytes(),
          tree,
          cost.keptBytes(),
          tree / cost.keptBytes());
    }
  }

  private Cost observed(Path kubeconfig)
      throws PortException, BenchException, InterruptedException {
    long heapBefore = heap();
    long cpuBefore = cpu();
    long began = System.nanoTime();
    try (KubernetesConnection connection =
            KubernetesConnection.open(
                ConnectionRequest.of(Optional.of(kubeconfig), Optional.empty()));
        Observation observation =
            Observation.begin(connection.watch(), identity(), InstantSource.system())) {
      SyncState state = observation.awaitSynced(PATIENCE);
      Duration time = Duration.ofNanos(System.nanoTime() - began);
      Duration cpu = Duration.ofNanos(cpu() - cpuBefore);
      if (!state.settled() || observation.snapshot().podCount() != pods) {
        throw new BenchException(
            "Only " + observation.snapshot().podCount() + " pods came: " + state.gaps());
      }
      return new Cost((heap() - heapBefore) / (double) pods, time, cpu);
    }
  }

  private static double bytesOfTree() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    PodText text = new PodText();
    long before = heap();
    List<JsonNode> trees = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      trees.add(mapper.readTree(text.pod(i)));
    }
    return (heap() - before) / (double) trees.size();
  }

  /** What is in use after everything that can go has gone. */
  private static long heap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }

  /** Of this process, in nanoseconds. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static ClusterIdentity identity() {
    return new ClusterIdentity("bench", "bench", "loopback", "", List.of());
  }

  private static String kubeconfig(String server) {
    return """
    current-context: bench
    contexts: [{name: bench, context: {cluster: bench}}]
    clusters: [{name: bench, cluster: {server: '%s'}}]
    """
        .formatted(server);
  }
}
