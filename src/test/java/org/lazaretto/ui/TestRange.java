package org.lazaretto.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.lazaretto.adapter.practice.LocalWorlds;
import org.lazaretto.model.Scenario;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.RangeException;

/** The training range as the window starts it, but fast, and with a door behind its API. */
final class TestRange implements PracticeWorlds {
  private static final double SPEED = 20;
  private final LocalWorlds worlds = new LocalWorlds();
  private final AtomicReference<Optional<PracticeRange>> started =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Scenario>> told = new AtomicReference<>(Optional.empty());
  private Optional<org.lazaretto.range.Wish.Place.Sized> generated = Optional.empty();
  private Consumer<PracticeRange> first = _ -> {};
  private int longest = Integer.MAX_VALUE;

  /** Gives a generated cluster to who asks for any scenario. */
  TestRange sized(int nodes, int pods) {
    generated = Optional.of(new org.lazaretto.range.Wish.Place.Sized(nodes, pods, 1));
    return this;
  }

  /** Tells walkthroughs of that many steps only. */
  TestRange shortened(int steps) {
    longest = steps;
    return this;
  }

  /** Does something to a world that was started, before anybody has met it. */
  TestRange whenStarted(Consumer<PracticeRange> deed) {
    first = deed;
    return this;
  }

  /** The world that was started last. */
  PracticeRange range() {
    return started.get().orElseThrow();
  }

  @Override
  public List<Scenario> scenarios() throws PortException {
    return worlds.scenarios();
  }

  @Override
  public World start(Wish wish) throws PortException {
    try {
      PracticeRange range = PracticeRange.start(of(wish));
      started.set(Optional.of(range));
      told.set(Optional.of(scenario(wish, range)));
      first.accept(range);
      return new Running(range, scenario());
    } catch (RangeException e) {
      throw new PortException(PortException.Kind.LOCAL, String.valueOf(e.getMessage()));
    }
  }

  private org.lazaretto.range.Wish of(Wish wish) {
    org.lazaretto.range.Wish.Place place =
        generated
            .<org.lazaretto.range.Wish.Place>map(sized -> sized)
            .orElseGet(() -> new org.lazaretto.range.Wish.Place.Named(wish.scenario()));
    return new org.lazaretto.range.Wish(
        place, new org.lazaretto.range.Wish.Pace.Running(SPEED), wish.folder());
  }

  /** The scenario with the names that stand in this world. */
  private Scenario scenario(Wish wish, PracticeRange range) throws PortException {
    Scenario told =
        scenarios().stream()
            .filter(each -> each.id().equals(wish.scenario()))
            .findFirst()
            .orElseThrow();
    List<WalkthroughStep> steps =
        range.scenario().walkthrough().stream()
            .limit(longest)
            .map(step -> new WalkthroughStep(step.action(), step.arguments()))
            .toList();
    return new Scenario(told.id(), told.title(), told.story(), told.length(), steps);
  }

  /** The scenario of the world that was started last. */
  Scenario scenario() {
    return told.get().orElseThrow();
  }

  private record Running(PracticeRange range, Scenario scenario) implements World {
    @Override
    public Path kubeconfig() {
      return range.kubeconfig();
    }

    @Override
    public boolean awaitSettled(Duration patience) throws InterruptedException {
      return range.awaitSettled(patience);
    }

    @Override
    public void close() {
      try {
        range.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
