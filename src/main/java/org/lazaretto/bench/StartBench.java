package org.lazaretto.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What the program spends, all threads, user and system, until its start page can be used. Against
 * it, in the same run and turn by turn: a program that shows an empty window. Each start is a
 * process of its own; the program's has the options of this one. Needs a display.
 */
public final class StartBench {
  private static final int TURNS = 7;
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: one
      clusters:
      - name: one
        cluster: {server: "http://127.0.0.1:9"}
      users:
      - name: one
        user: {token: t}
      contexts:
      - name: one
        context: {cluster: one, user: one}
      """;

  private final String program;
  private final Path home;

  /**
   * A benchmark of that program.
   *
   * @param program the class that starts it and lets {@link FirstSight} say when it is there
   * @param home a folder for its settings and cases
   */
  public StartBench(String program, Path home) {
    this.program = program;
    this.home = home;
  }

  /** Measures both. */
  public String run() throws BenchException, IOException, InterruptedException {
    Files.writeString(home.resolve("kubeconfig"), KUBECONFIG);
    double[] ours = new double[TURNS];
    double[] theirs = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      theirs[turn] = start(EmptyWindow.class.getName(), StartBench::needed);
      ours[turn] = start(program, _ -> true);
    }
    double us = Screen.median(ours);
    double them = Screen.median(theirs);
    return String.format(
        Locale.ROOT,
        "start: %.0f ms of CPU to the start page; %.0f ms to an empty window%n"
            + "start %.0f ms %.2fx against an empty JavaFX window",
        us,
        them,
        us,
        us / them);
  }

  /** The empty window starts as any program does, without what this one does for a quick start. */
  private static boolean needed(String option) {
    return !option.startsWith("-XX:");
  }

  private double start(String main, Predicate<String> option)
      throws BenchException, IOException, InterruptedException {
    Process process = process(main, option);
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      if (!FirstSight.SEEN.equals(line)) {
        throw new BenchException(
            "The window was not seen; xvfb-run -s '-screen 0 1920x1080x24' gives a display.");
      }
      return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    } finally {
      process.destroy();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private Process process(String main, Predicate<String> option) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option)
        .forEach(words::add);
    words.add("-Duser.home=" + home);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("KUBECONFIG", home.resolve("kubeconfig").toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
