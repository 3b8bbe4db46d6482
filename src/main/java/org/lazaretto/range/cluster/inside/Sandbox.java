package org.lazaretto.range.cluster.inside;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.shell.Interior;
import org.lazaretto.range.shell.Layer;
import org.lazaretto.range.shell.Machine;
import org.lazaretto.range.shell.Wires;

/**
 * What has the first number where a pod's containers share their processes: the program that holds
 * the sandbox. Whoever ends it ends all of them (T-12b).
 */
final class Sandbox {
  private static final Interior INSIDE =
      new Interior(
          Interior.User.ROOT,
          false,
          List.of(new Interior.Running(1, 0, "/pause", "/pause", 0, Duration.ZERO)),
          List.of(),
          List.of());

  private Sandbox() {}

  static Machine machine(String hostname, RangeClock clock, Machine.Power power) {
    Machine.About about = new Machine.About(hostname, "/", Map.of(), clock.now(), Map.of());
    return new Machine(
        about, INSIDE, new Layer(), Wires.none(), clock::now, power, Optional.empty());
  }
}
