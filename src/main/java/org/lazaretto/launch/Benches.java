package org.lazaretto.launch;

import java.util.Map;
import java.util.concurrent.Callable;
import org.lazaretto.port.PracticeWorlds;

/** The benchmarks by name. */
final class Benches {
  private Benches() {}

  static Map<String, Callable<String>> all(PracticeWorlds worlds) {
    return Map.of();
  }
}
