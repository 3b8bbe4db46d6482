package org.lazaretto.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.lazaretto.adapter.kubernetes.ConnectionRequest;
import org.lazaretto.adapter.kubernetes.kubeconfig.AccessReader;
import org.lazaretto.adapter.kubernetes.kubeconfig.ClusterAccess;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig;
import org.lazaretto.adapter.kubernetes.wire.Patience;
import org.lazaretto.adapter.kubernetes.wire.Transport;
import org.lazaretto.adapter.kubernetes.wire.TransportFactory;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/**
 * How fast a practice cluster of 1,000 nodes and 20,000 pods answers over TLS: pods listed in
 * pages, changes made, changes told to watches. Against listing, in the same run: reading and
 * writing the same pages again, as a server has to that keeps trees. Server and client share this
 * process and its cores.
 */
public final class RangeBench {
  private static final Duration SETTLING = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final PracticeWorlds worlds;
  private final PracticeWorlds.Size size;
  private final int changes;
  private final Path folder;

  /**
   * A benchmark of a generated cluster.
   *
   * @param size how large
   * @param changes how many changes are made and watched
   * @param folder empty, private to the user; the caller removes it
   */
  RangeBench(PracticeWorlds worlds, PracticeWorlds.Size size, int changes, Path folder) {
    this.worlds = worlds;
    this.size = size;
    this.changes = changes;
    this.folder = folder;
  }

  /** Measures 1,000 nodes with 20,000 pods. */
  public static String run(PracticeWorlds worlds, Path folder)
      throws BenchException, InterruptedException {
    return new RangeBench(worlds, new PracticeWorlds.Size(1000, 20_000, 1), 2000, folder).measure();
  }

  String measure() throws BenchException, InterruptedException {
    long begun = System.nanoTime();
    try (PracticeWorlds.World world =
        worlds.start(new PracticeWorlds.Wish("", Optional.of(size), folder, 1))) {
      if (!world.awaitSettled(SETTLING)) {
        throw new BenchException("The practice cluster has not settled in " + SETTLING + ".");
      }
      double ready = (System.nanoTime() - begun) / 1e9;
      try (Transport wire = wire(world.kubeconfig())) {
        return measured(wire, ready);
      }
    } catch (PortException | IOException e) {
      throw new BenchException("The range could not be measured: " + e.getMessage(), e);
    }
  }

  private static Transport wire(Path kubeconfig) throws PortException {
    ConnectionRequest request = ConnectionRequest.of(Optional.of(kubeconfig), Optional.empty());
    ClusterAccess access =
        new AccessReader(request.environment(), request.clock())
            .read(Kubeconfig.read(request.kubeconfig(), request.environment()), Optional.empty());
    return new TransportFactory(access, new Patience(PATIENCE, PATIENCE)).once();
  }

  private String measured(Transport wire, double ready)
      throws PortException, IOException, BenchException, InterruptedException {
    PodLists lists = new PodLists(wire);
    lists.all();
    PodLists.Listed listed = lists.all();
    double again = listed.secondsToWriteAgain();
    WatchedChanges.Result result = new WatchedChanges(wire, listed.paths()).make(changes);
    return String.format(
        Locale.ROOT,
        "range: %d nodes, %d pods ready after %.1f s; listed in %.2f s, %.0f MB; %d changes in %.2f s,"
            + " told to %d watches within %.2f s more%n"
            + "range: list %.0f pods/s, change %.0f/s, watch %.0f events/s%n"
            + "range %.0f pods/s %.1fx against reading and writing them again",
        size.nodes(),
        listed.paths().size(),
        ready,
        listed.seconds(),
        listed.bytes() / 1e6,
        changes,
        result.changing(),
        WatchedChanges.WATCHES,
        result.telling(),
        listed.paths().size() / listed.seconds(),
        changes / result.changing(),
        WatchedChanges.WATCHES * changes / (result.changing() + result.telling()),
        listed.paths().size() / listed.seconds(),
        again / listed.seconds());
  }
}
