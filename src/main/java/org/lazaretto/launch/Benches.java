package org.lazaretto.launch;

import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lazaretto.bench.EvacuateBench;
import org.lazaretto.port.PracticeWorlds;

/** The benchmarks by name. */
final class Benches {
  private Benches() {}

  static Map<String, Callable<String>> all(PracticeWorlds worlds) {
    return Map.of("evacuate", () -> evacuate(worlds));
  }

  private static String evacuate(PracticeWorlds worlds) throws Exception {
    return new EvacuateBench(worlds, Files.createTempDirectory("lazaretto-bench")).run();
  }
}
