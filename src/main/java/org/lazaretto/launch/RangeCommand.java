package org.lazaretto.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.session.SessionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "range",
    description = "Serves a training scenario, without a window, until it is told to stop.")
final class RangeCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String READY = "ready";

  private final PracticeWorlds worlds;
  private final Console console;
  @Mixin private GlobalOptions options = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "The scenario's id, as `scenarios` lists it.")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "Where kubeconfig and ready are written.")
  private Path folder = Path.of("");

  @Option(
      names = "--speed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Simulated seconds in one second (default: ${DEFAULT-VALUE}).")
  private double speed = 1;

  @Option(
      names = "--size",
      paramLabel = "NODESxPODS",
      converter = ClusterSize.Reader.class,
      description = "Generates a cluster of this size instead of a scenario.")
  private Optional<ClusterSize> size = Optional.empty();

  @Option(
      names = "--termination",
      defaultValue = "2",
      paramLabel = "SECONDS",
      description = "How long a pod of a generated cluster takes to end (default: 2).")
  private int termination = 2;

  @Option(
      names = "--churn",
      defaultValue = "0",
      paramLabel = "N",
      description = "Changes of pods each second in a generated cluster (default: 0).")
  private int churn;

  @Option(
      names = "--cni",
      paramLabel = "CNI",
      description =
          "How network policies are enforced instead of the scenario's way: vpc-cni or calico.")
  private Optional<String> cni = Optional.empty();

  RangeCommand(PracticeWorlds worlds, Console console) {
    this.worlds = worlds;
    this.console = console;
  }

  @Override
  public Integer call() throws SessionException, InterruptedException {
    if (scenario.isEmpty() == size.isEmpty()) {
      throw usage("Name one scenario, or give --size; `lazaretto scenarios` lists them.");
    }
    if (cni.isPresent() && scenario.isEmpty()) {
      throw usage("--cni goes with a scenario.");
    }
    if (!(speed > 0 && speed <= 1000)) {
      throw usage("--speed is more than 0 and at most 1000.");
    }
    if (churn < 0 || churn > 10_000 || (churn > 0 && size.isEmpty())) {
      throw usage("--churn is from 0 to 10000, and goes with --size.");
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop, ended), "stop-range"));
    try (PracticeWorlds.World world = start()) {
      serve(world, stop);
    } finally {
      remove(folder.resolve(READY));
      ended.countDown();
    }
    return ExitStatus.HOLDS;
  }

  private void serve(PracticeWorlds.World world, CountDownLatch stop)
      throws SessionException, InterruptedException {
    console.say("serving; kubeconfig: " + world.kubeconfig());
    if (!world.awaitSettled(PATIENCE)) {
      console.say("the workloads have not settled; serving all the same, without 'ready'");
    } else {
      ready(world);
      console.say("ready");
    }
    if (options.json()) {
      console.json(Map.of("kubeconfig", world.kubeconfig().toString(), "ready", true));
    }
    stop.await();
  }

  private PracticeWorlds.World start() throws SessionException {
    remove(folder.resolve(READY));
    Optional<PracticeWorlds.Size> generated =
        size.map(s -> new PracticeWorlds.Size(s.nodes(), s.pods(), termination, churn));
    try {
      return worlds.start(
          new PracticeWorlds.Wish(scenario.orElse(""), generated, folder, speed, cni));
    } catch (PortException e) {
      throw new SessionException(SessionException.Kind.USAGE, e.getMessage());
    }
  }

  private void ready(PracticeWorlds.World world) throws SessionException {
    try {
      Files.writeString(folder.resolve(READY), world.kubeconfig() + "\n");
    } catch (IOException e) {
      throw new SessionException(
          SessionException.Kind.UNAVAILABLE, "cannot write " + folder.resolve(READY) + ": " + e);
    }
  }

  private static void end(CountDownLatch stop, CountDownLatch ended) {
    stop.countDown();
    try {
      ended.await(5, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      console.say("cannot remove " + file + ": " + e.getMessage());
    }
  }

  private static SessionException usage(String message) {
    return new SessionException(SessionException.Kind.USAGE, message);
  }
}
