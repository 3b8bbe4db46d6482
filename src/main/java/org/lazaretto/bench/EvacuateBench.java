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
 * There the budgets let half of an application's pods go, so that neither side waits for them. A
 * third part gives every application a budget that lets one pod go at a time: most evictions are
 * refused and tried again, by both. What the budgets say of it is computed from what a watch tells
 * and from the server's audit log.
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

  /**
   * What is measured.
   *
   * @param name what the figure is called
   * @param terminationSeconds how long a pod takes to end
   * @param tight whether every application may miss but one pod
   */
  private record Part(String name, int terminationSeconds, boolean tight) {}

  /** Measures; the last line is that of pods that end at once. */
  public String run() throws BenchException, InterruptedException {
    try {
      return String.join(
          "\n",
          measure(new Part("evacuate-tight", 0, true)),
          measure(new Part("evacuate-2s", 2, false)),
          measure(new Part("evacuate", 0, false)));
    } catch (PortException | IOException | JournalException e) {
      throw new BenchException("The evacuation could not be measured: " + e.getMessage(), e);
    }
  }

  private String measure(Part part)
      throws PortException, IOException, JournalException, BenchException, InterruptedException {
    Path own = Files.createDirectory(folder.resolve(part.name()));
    PracticeWorlds.Size size =
        new PracticeWorlds.Size(WORLD.nodes(), WORLD.pods(), part.terminationSeconds());
    PracticeWorlds.Wish wish = new PracticeWorlds.Wish("", Optional.of(size), own, 1);
    try (PracticeWorlds.World world = worlds.start(wish);
        KubernetesConnection connection =
            KubernetesConnection.open(
                ConnectionRequest.of(Optional.of(world.kubeconfig()), Optional.empty()))) {
      settle(world);
      KubectlDrain kubectl = new KubectlDrain(world.kubeconfig(), own);
      ClusterSnapshot before = OneLook.at(connection, SETTLING);
      if (part.tight()) {
        new TightBudgets(kubectl, own).set(before);
        settle(world);
      }
      List<String> nodes = fullest(before);
      List<String> theirs = nodes.subList(0, AT_ONCE);
      List<String> our = nodes.subList(AT_ONCE, 2 * AT_ONCE);
      kubectl.cordon(our); // so that they keep their number of pods
      AuditedEvictions drains = AuditedEvictions.from(own.resolve("audit.jsonl"));
      Duration drained = kubectl.drain(theirs);
      String drainsText = drains.seen().text();
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
        AuditedEvictions.Seen seen = audited.seen();
        if (part.tight() && seen.refused() == 0) {
          throw new BenchException("No budget refused anything, so that nothing is shown.");
        }
        return line(part, result, drained)
            .formatted(
                "kubectl's audit log: %s%n%s; our audit log: %s"
                    .formatted(drainsText, budgets.text(), seen.text()));
      }
    }
  }

  private static void settle(PracticeWorlds.World world)
      throws BenchException, InterruptedException {
    if (!world.awaitSettled(SETTLING)) {
      throw new BenchException("The practice cluster has not settled in " + SETTLING + ".");
    }
  }

  /** The nodes with the most pods first; nodes of the same number of pods stay in order. */
  private static List<String> fullest(ClusterSnapshot snapshot) {
    return snapshot.nodes().stream()
        .sorted(
            Comparator.comparingInt((Node node) -> -snapshot.podsOn(node.ref().name()).size())
                .thenComparing(node -> node.ref().name()))
        .limit(2L * AT_ONCE)
        .map(node -> node.ref().name())
        .toList();
  }

  private static String line(Part part, Evacuator.Result ours, Duration drained) {
    String name = part.name();
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
