package org.lazaretto.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lazaretto.bench.EvacuateBench;
import org.lazaretto.bench.JournalBench;
import org.lazaretto.bench.MapBench;
import org.lazaretto.bench.ObserveBench;
import org.lazaretto.bench.PickBench;
import org.lazaretto.bench.PlanBench;
import org.lazaretto.bench.PulseBench;
import org.lazaretto.bench.RangeBench;
import org.lazaretto.bench.SearchBench;
import org.lazaretto.bench.StartBench;
import org.lazaretto.port.PracticeWorlds;

/** The benchmarks by name. */
final class Benches {
  private Benches() {}

  static Map<String, Callable<String>> all(PracticeWorlds worlds) {
    return Map.of(
        "evacuate",
        () -> within(folder -> new EvacuateBench(worlds, folder).run()),
        "journal",
        () -> within(folder -> new JournalBench(folder).run()),
        "map",
        MapBench::run,
        "observe",
        ObserveBench::run,
        "pick",
        PickBench::run,
        "plan",
        PlanBench::run,
        "pulses",
        () -> within(folder -> new PulseBench(PulseProcess.class.getName(), folder).run()),
        "range",
        () -> within(folder -> RangeBench.run(worlds, folder)),
        "search",
        SearchBench::run,
        "start",
        () -> within(folder -> new StartBench(StartProbe.class.getName(), folder).run()));
  }

  /** A benchmark that writes files. */
  private interface Writing {
    String run(Path folder) throws Exception;
  }

  private static String within(Writing bench) throws Exception {
    Path folder = Files.createTempDirectory("lazaretto-bench");
    try {
      return bench.run(folder);
    } finally {
      Files.walkFileTree(folder, new Removal());
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
