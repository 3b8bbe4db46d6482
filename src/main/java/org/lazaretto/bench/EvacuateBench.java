package org.lazaretto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.KubernetesConnection;
import org.lazaretto.journal.JournalException;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.Node;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/**
 * G10: emptying three nodes of 50 pods at once, against one {@code kubectl drain} of three equal
 * nodes on the same server in the same run; pods that end at once, and pods that take two seconds.
 * What the budgets say of it is computed from what a watch tells and from the server's audit log.
 */
public final class EvacuateBench {
  private static final PracticeWorlds.Size WORLD = new PracticeWorlds.Size(9, 450, 0);
  private static final int AT_ONCE = 3;
  private static final Duration SETTLING = Duration.ofMinutes(5);

  private final PracticeWorlds worlds;
  private final Path folder;

  /**
   * A benchmark that needs {@code kubectl} on the path.
   *
   * @param folder empty, private to the user; the caller removes it
   */
  public EvacuateBench(PracticeWorlds worlds, Path folder) {
    this.worlds = worlds;
    this.folder = folder;
  }

  /** Measures; the last line is that of pods that end at once. */
  public String run() throws BenchException, InterruptedException {
    try {
      return measure(2) + "\n" + measure(0);
    } catch (PortException | IOException | JournalException e) {
      throw new BenchException("The evacuation could not be measured: " + e.getMessage(), e);
    }
  }

  private String measure(int terminationSeconds)
      throws PortException, IOException, JournalException, BenchException, InterruptedException {
    Path own = Files.createDirectory(folder.resolve("termination-" + terminationSeconds));
    PracticeWorlds.Size size =
        new PracticeWorlds.Size(WORLD.nodes(), WORLD.pods(), terminationSeconds);
    PracticeWorlds.Wish wish = new PracticeWorlds.Wish("", Optional.of(size), own, 1);
    try (PracticeWorlds.World world = worlds.start(wish);
        KubernetesConnection connection =
            KubernetesConnection.open(
                ConnectionRequest.of(Optional.of(world.kubeconfig()), Optional.empty()))) {
      settle(world);
      List<Node> nodes = fullest(OneLook.at(connection, SETTLING));
      List<String> theirs = names(nodes.subList(0, AT_ONCE));
      List<String> our = names(nodes.subList(AT_ONCE, 2 * AT_ONCE));
      KubectlDrain kubectl = new KubectlDrain(world.kubeconfig(), own);
      kubectl.cordon(our); // so that they keep their number of pods
      Duration drained = kubectl.drain(theirs);
      settle(world);
      kubectl.uncordon(theirs);
      kubectl.uncordon(our);
      AuditedEvictions audited = AuditedEvictions.from(own.resolve("audit.jsonl"));
      try (BudgetWatch budgets = BudgetWatch.begin(connection, SETTLING)) {
        ClusterSnapshot now = OneLook.at(connection, SETTLING);
        List<Node> ours = our.stream().flatMap(name -> now.node(name).stream()).toList();
        Evacuator.Result result =
            new Evacuator(connection, own.resolve("case")).evacuate(now, ours);
        settle(world);
        return line(terminationSeconds, result, drained)
            .formatted(budgets.text() + "; " + audited.text());
      }
    }
  }

  private static List<String> names(List<Node> nodes) {
    return nodes.stream().map(node -> node.ref().name()).toList();
  }

  private static void settle(PracticeWorlds.World world)
      throws BenchException, InterruptedException {
    if (!world.awaitSettled(SETTLING)) {
      throw new BenchException("The practice cluster has not settled in " + SETTLING + ".");
    }
  }

  /** The nodes with the most pods first; nodes of the same number of pods stay in order. */
  private static List<Node> fullest(ClusterSnapshot snapshot) {
    return snapshot.nodes().stream()
        .sorted(
            Comparator.comparingInt((Node node) -> -snapshot.podsOn(node.ref().name()).size())
                .thenComparing(node -> node.ref().name()))
        .limit(2L * AT_ONCE)
        .toList();
  }

  private static String line(int terminationSeconds, Evacuator.Result ours, Duration drained) {
    String name = terminationSeconds == 0 ? "evacuate" : "evacuate-" + terminationSeconds + "s";
    String detail =
        String.format(
            Locale.ROOT,
            "%s: %d pods of %d nodes gone after %.2f s, replaced and proven after %.2f s; kubectl"
                + " drain %.2f s%n%%s",
            name,
            ours.pods(),
            AT_ONCE,
            seconds(ours.empty()),
            seconds(ours.proven()),
            seconds(drained));
    return detail
        + String.format(
            Locale.ROOT,
            "%n%s %.2f s %.1fx against kubectl drain",
            name,
            seconds(ours.empty()),
            seconds(drained) / seconds(ours.empty()));
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
