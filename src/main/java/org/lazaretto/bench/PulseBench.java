package org.lazaretto.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How long the toolkit's thread is held: its CPU from one pulse to the next while the real window
 * is used, each page for the first time in its process. Needs a display.
 */
public final class PulseBench {
  private static final double GOAL_MILLIS = 100;
  private static final double WORTH_TELLING = 40;
  private static final int MOST_TOLD = 12;

  /** As {@code ./lazaretto} compiles, whatever way the benchmark was started. */
  private static final List<String> COMPILING =
      List.of(
          "-XX:TieredStopAtLevel=4",
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=2400",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=160000");

  private final String program;
  private final Path folder;

  /**
   * A benchmark that starts processes.
   *
   * @param program the class whose main method runs {@link PulseProbe} and exits
   * @param folder empty, private to the user; the caller removes it
   */
  public PulseBench(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Measures all parts; the figure is the longest turn, of several rounds the middle one. */
  public String run() throws BenchException, IOException, InterruptedException {
    StringBuilder said = new StringBuilder();
    double longest = 0;
    for (PulsePart part : PulsePart.values()) {
      List<List<Turn>> rounds = new ArrayList<>();
      for (int round = 0; round < part.rounds(); round++) {
        Path home = Files.createDirectory(folder.resolve(part.name() + round));
        rounds.add(play(part, home));
      }
      double[] most = rounds.stream().mapToDouble(PulseBench::longest).toArray();
      longest = Math.max(longest, Screen.median(most));
      said.append(told(part, rounds));
    }
    return said
        + String.format(
            Locale.ROOT,
            "pulses %.0f ms %.2fx against the goal of %.0f ms",
            longest,
            GOAL_MILLIS / longest,
            GOAL_MILLIS);
  }

  private static double longest(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::millis).max().orElse(0);
  }

  private static String told(PulsePart part, List<List<Turn>> rounds) {
    List<Turn> all =
        rounds.stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingDouble(Turn::millis))
            .toList();
    StringBuilder told =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "pulses: %s: %d turns, p50 %.1f, p95 %.1f, p99 %.1f ms; longest of each round %s ms%n",
                part.words(),
                all.size(),
                at(all, 0.5),
                at(all, 0.95),
                at(all, 0.99),
                rounds.stream().map(r -> String.valueOf(Math.round(longest(r)))).toList()));
    all.reversed().stream()
        .filter(turn -> turn.millis() > WORTH_TELLING)
        .limit((long) MOST_TOLD * rounds.size())
        .forEach(turn ->
            told.append(
                String.format(
                    Locale.ROOT, "  %4.0f ms  %s: %s%n", turn.millis(), turn.page(), turn.what())));
    return told.toString();
  }

  private static double at(List<Turn> sorted, double share) {
    return sorted.get((int) (share * (sorted.size() - 1))).millis();
  }

  private List<Turn> play(PulsePart part, Path home)
      throws BenchException, IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    words.addAll(COMPILING);
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(program, part.name(), home.toString()));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<Turn> turns = new ArrayList<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      output.lines().filter(Turn::isLine).map(Turn::read).forEach(turns::add);
    }
    if (process.waitFor() != 0) {
      throw new BenchException("The window did not come to its end: " + part.words() + ".");
    }
    return turns;
  }
}
