package org.lazaretto.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.model.Scenario;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** Practice worlds whose files go to one folder, and the last of which is known. */
final class PinnedWorld implements PracticeWorlds {
  private final PracticeWorlds worlds;
  private final Path folder;
  private final AtomicReference<Optional<World>> last = new AtomicReference<>(Optional.empty());

  PinnedWorld(PracticeWorlds worlds, Path folder) {
    this.worlds = worlds;
    this.folder = folder;
  }

  @Override
  public List<Scenario> scenarios() throws PortException {
    return worlds.scenarios();
  }

  @Override
  public World start(Wish wish) throws PortException {
    World world =
        worlds.start(new Wish(wish.scenario(), wish.size(), folder, wish.speed(), wish.cni()));
    last.set(Optional.of(world));
    return world;
  }

  /** The scenario of the world that was started last, with the names that stand in it. */
  Scenario scenario(Scenario otherwise) {
    return last.get().map(World::scenario).orElse(otherwise);
  }

  /** Whether the world that was started last has settled in time; true if there is none. */
  boolean settled(Duration patience) throws InterruptedException {
    Optional<World> world = last.get();
    return world.isEmpty() || world.get().awaitSettled(patience);
  }
}
