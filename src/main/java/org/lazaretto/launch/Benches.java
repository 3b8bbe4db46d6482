package org.lazaretto.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lazaretto.bench.EvacuateBench;
import org.lazaretto.bench.JournalBench;
import org.lazaretto.bench.MapBench;
import org.lazaretto.bench.ObserveBench;
import org.lazaretto.bench.PickBench;
import org.lazaretto.bench.SearchBench;
import org.lazaretto.port.PracticeWorlds;

/** The benchmarks by name. */
final class Benches {
  private Benches() {}

  static Map<String, Callable<String>> all(PracticeWorlds worlds) {
    return Map.of(
        "evacuate",
        () -> new EvacuateBench(worlds, folder()).run(),
        "journal",
        () -> new JournalBench(folder()).run(),
        "map",
        MapBench::run,
        "observe",
        ObserveBench::run,
        "pick",
        PickBench::run,
        "search",
        SearchBench::run);
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory("lazaretto-bench");
  }
}
