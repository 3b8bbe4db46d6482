package org.lazaretto.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lazaretto.model.Scenario;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/**
 * Practice worlds that are met over a line which can be made slow, and of any size; the last of
 * them is known.
 */
final class SlowWorlds implements PracticeWorlds {
  private static final Pattern SERVER = Pattern.compile("https://127[.]0[.]0[.]1:([0-9]+)");

  private final PracticeWorlds worlds;
  private final Optional<Size> size;
  private final AtomicReference<Optional<Slow>> last = new AtomicReference<>(Optional.empty());

  /**
   * Worlds like those.
   *
   * @param size a generated cluster instead of the scenario's
   */
  SlowWorlds(PracticeWorlds worlds, Optional<Size> size) {
    this.worlds = worlds;
    this.size = size;
  }

  @Override
  public List<Scenario> scenarios() throws PortException {
    return worlds.scenarios();
  }

  @Override
  public World start(Wish wish) throws PortException {
    World world =
        worlds.start(new Wish(wish.scenario(), size, wish.folder(), wish.speed(), wish.cni()));
    try {
      Path file = world.kubeconfig();
      String text = Files.readString(file);
      Matcher server = SERVER.matcher(text);
      if (!server.find()) {
        throw new PortException(PortException.Kind.LOCAL, "No server on loopback in " + file);
      }
      SlowLine line = new SlowLine(Integer.parseInt(server.group(1)));
      Files.writeString(file, server.replaceAll("https://127.0.0.1:" + line.port()));
      Slow slow = new Slow(world, line);
      last.set(Optional.of(slow));
      return slow;
    } catch (IOException e) {
      world.close();
      throw new PortException(PortException.Kind.LOCAL, "The line cannot be laid: " + e);
    }
  }

  /** The world that was started last. */
  Optional<Slow> last() {
    return last.get();
  }

  /** A world and the line to it. */
  record Slow(World world, SlowLine line) implements World {
    @Override
    public Path kubeconfig() {
      return world.kubeconfig();
    }

    @Override
    public Scenario scenario() {
      return world.scenario();
    }

    @Override
    public boolean awaitSettled(Duration patience) throws InterruptedException {
      return world.awaitSettled(patience);
    }

    @Override
    public void close() {
      try {
        line.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        world.close();
      }
    }
  }
}
