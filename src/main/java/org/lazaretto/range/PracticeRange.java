package org.lazaretto.range;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.clock.SteppedClock;
import org.lazaretto.range.http.AuditLog;
import org.lazaretto.range.http.Faults;
import org.lazaretto.range.http.security.Certificates;
import org.lazaretto.range.http.security.Denials;
import org.lazaretto.range.scenario.Scenario;
import org.lazaretto.range.scenario.ScenarioException;
import org.lazaretto.range.scenario.Scenarios;
import org.lazaretto.range.store.ObjectStore;

/**
 * A practice world that runs: a simulated cluster behind an API server on loopback, to be met with
 * the kubeconfig that it wrote. It lives on its own clock. Closing it ends everything and leaves
 * the files.
 */
public final class PracticeRange implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final World world;
  private final Front front;
  private final Runnable stopTime;
  private final AtomicBoolean open = new AtomicBoolean(true);

  private PracticeRange(World world, Front front, Runnable stopTime) {
    this.world = world;
    this.front = front;
    this.stopTime = stopTime;
  }

  /**
   * The scenarios that come with the program, in the order in which they are offered.
   *
   * @throws RangeException if one of their files is wrong
   */
  public static List<ScenarioInfo> scenarios() throws RangeException {
    try {
      List<ScenarioInfo> infos = new ArrayList<>();
      for (String id : Scenarios.ids()) {
        Scenario scenario = Scenarios.load(id);
        infos.add(ScenarioInfo.of(scenario.briefing(), scenario.walkthrough()));
      }
      return List.copyOf(infos);
    } catch (ScenarioException wrong) {
      throw new RangeException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /**
   * Starts a world. When this returns the server accepts connections, {@code DIRECTORY/kubeconfig}
   * leads to it with the contexts NAME and NAME-restricted, and the cluster's past has passed.
   *
   * @throws RangeException if there is no such scenario, its file is wrong, or the directory cannot
   *     be written
   */
  public static PracticeRange start(Wish wish) throws RangeException {
    try {
      Files.createDirectories(wish.directory(), OURS_ALONE);
      return started(wish, InstantSource.system());
    } catch (ScenarioException wrong) {
      throw new RangeException(String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException failed) {
      String where = "the practice world cannot be started in " + wish.directory() + ": ";
      throw new RangeException(where + failed, failed);
    }
  }

  private static PracticeRange started(Wish wish, InstantSource real)
      throws ScenarioException, IOException {
    Site site = Site.of(wish.place());
    return switch (wish.pace()) {
      case Wish.Pace.Stepped(SteppedClock clock) -> {
        World world = site.founding().apply(new World.Ground(clock, new Certificates(real)));
        clock.advance(site.past());
        yield opened(world, wish.directory(), () -> {});
      }
      case Wish.Pace.Running(double speed, Duration skew) -> {
        LeapingClock clock = new LeapingClock(real.instant().plus(skew).minus(site.past()));
        World world = site.founding().apply(new World.Ground(clock, new Certificates(real)));
        clock.leap(site.past());
        clock.run(speed, real);
        yield opened(world, wish.directory(), clock::close);
      }
    };
  }

  private static PracticeRange opened(World world, Path directory, Runnable stopTime)
      throws IOException {
    try {
      Front front = Front.open(world, directory, InstantSource.system());
      return new PracticeRange(world, front, stopTime);
    } catch (IOException failed) {
      world.close();
      stopTime.run();
      throw failed;
    }
  }

  /**
   * Where a world comes from: how much of its time is past when somebody comes, and how it begins.
   */
  private record Site(Duration past, Function<World.Ground, World> founding) {
    static Site of(Wish.Place place) throws ScenarioException {
      return switch (place) {
        case Wish.Place.Named(String id, Optional<String> cni, Optional<Duration> delay) -> {
          Scenario told = Scenarios.load(id);
          Scenario under = cni.isEmpty() ? told : told.under(cni.get());
          Scenario scenario = delay.map(under::slowly).orElse(under);
          yield new Site(scenario.cluster().age(), ground -> World.of(ground, scenario));
        }
        case Wish.Place.Sized size -> new Site(Duration.ZERO, ground -> World.of(ground, size));
      };
    }
  }

  /** The kubeconfig that leads to it. */
  public Path kubeconfig() {
    return front.kubeconfig();
  }

  /** Where its API server is. */
  public URI url() {
    return front.server().url();
  }

  /** The scenario; a generated cluster has one without a walkthrough. */
  public ScenarioInfo scenario() {
    return world.info();
  }

  /**
   * Waits until all workloads have what they want.
   *
   * @param patience how long at most, in real time
   * @return whether they have
   */
  public boolean awaitSettled(Duration patience) throws InterruptedException {
    return world.cluster().awaitSettled(patience);
  }

  /** Whether all workloads have what they want now. */
  public boolean isSettled() {
    return world.cluster().isSettled();
  }

  /** What was asked of the server. */
  public AuditLog audit() {
    return front.audit();
  }

  /**
   * Cuts a node's machine off the network: it runs on, and nobody hears of it. Happens as the next
   * thing on the range's clock.
   */
  public void cutOff(String node) {
    clock().after(Duration.ZERO, () -> world.cluster().cutOff(node));
  }

  /** Brings a node's machine back, as the next thing on the range's clock. */
  public void restore(String node) {
    clock().after(Duration.ZERO, () -> world.cluster().restore(node));
  }

  /** Ends the churn of a generated cluster. */
  public void calm() {
    world.cluster().calm();
  }

  /** What makes requests fail. */
  public Faults faults() {
    return front.faults();
  }

  /**
   * Has network policies, labels and new pods count for who reaches whom so much later on the
   * range's clock, from now on (T-30). What counts at this moment goes on counting meanwhile.
   *
   * @param delay zero means at once
   */
  public void slowPolicies(Duration delay) {
    world.cluster().slowPolicies(delay);
  }

  /** What takes rights away, from the administrator too. */
  public Denials denials() {
    return front.denials();
  }

  /**
   * Has the server forget the past: watches and pages that would go on from before now are answered
   * 410.
   */
  public void compact() {
    world.store().compact();
  }

  /** What stands in the cluster, past its API: for tests that set a scene or look behind it. */
  public ObjectStore store() {
    return world.store();
  }

  /** The simulated time. */
  public RangeClock clock() {
    return world.clock();
  }

  /**
   * Ends the server, the cluster and its time; does nothing if they have ended.
   *
   * @throws IOException if the server could not be stopped in good order; the rest has ended
   */
  @Override
  public void close() throws IOException {
    if (open.getAndSet(false)) {
      world.close();
      stopTime.run();
      front.close();
    }
  }
}
