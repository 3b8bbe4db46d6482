package org.lazaretto.adapter.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lazaretto.model.Scenario;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.RangeException;
import org.lazaretto.range.ScenarioInfo;

/** Practice worlds served by this program itself, on loopback. */
public final class LocalWorlds implements PracticeWorlds {
  @Override
  public List<Scenario> scenarios() throws PortException {
    try {
      return PracticeRange.scenarios().stream().map(LocalWorlds::scenario).toList();
    } catch (RangeException e) {
      throw local(e);
    }
  }

  @Override
  public World start(Wish wish) throws PortException {
    try {
      return new Running(PracticeRange.start(of(wish)));
    } catch (RangeException | IllegalArgumentException e) {
      throw local(e);
    }
  }

  private static org.lazaretto.range.Wish of(Wish wish) {
    Optional<Size> size = wish.size();
    org.lazaretto.range.Wish.Place place =
        size.isPresent()
            ? new org.lazaretto.range.Wish.Place.Sized(
                size.get().nodes(),
                size.get().pods(),
                size.get().terminationSeconds(),
                size.get().churn())
            : new org.lazaretto.range.Wish.Place.Named(wish.scenario(), wish.cni());
    return new org.lazaretto.range.Wish(
        place, new org.lazaretto.range.Wish.Pace.Running(wish.speed()), wish.folder());
  }

  private static Scenario scenario(ScenarioInfo info) {
    return new Scenario(
        info.id(),
        info.title(),
        info.story(),
        info.length(),
        info.walkthrough().stream()
            .map(step -> new WalkthroughStep(step.action(), step.arguments()))
            .toList());
  }

  private static PortException local(Exception e) {
    return new PortException(
        PortException.Kind.LOCAL, Objects.requireNonNullElse(e.getMessage(), e.toString()));
  }

  private record Running(PracticeRange range) implements World {
    @Override
    public Path kubeconfig() {
      return range.kubeconfig();
    }

    @Override
    public Scenario scenario() {
      return LocalWorlds.scenario(range.scenario());
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
        throw new UncheckedIOException("the practice world has ended, not all of its files", e);
      }
    }
  }
}
