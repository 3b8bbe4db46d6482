package org.lazaretto.range;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs the real kubectl against a practice world; a test that needs it is skipped where there is
 * none.
 */
public record Kubectl(Path kubeconfig, Path scratch) {
  /** How a call ended. */
  public record Ended(int status, String out, String err) {}

  /** Skips the test where there is none. */
  public static void isNeeded() {
    boolean there =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    Assumptions.assumeTrue(there, "there is no kubectl on the PATH; this test needs it");
  }

  /** A call that ends by itself. */
  public Ended run(String... words) throws IOException, InterruptedException {
    return run(60, true, Optional.empty(), words);
  }

  /** A call that reads a file as its input. */
  public Ended reading(Path input, String... words) throws IOException, InterruptedException {
    return run(60, true, Optional.of(input), words);
  }

  /** A call with something on its standard input. */
  public Ended with(String input, String... words) throws IOException, InterruptedException {
    return reading(Files.writeString(Files.createTempFile(scratch, "in", ".txt"), input), words);
  }

  /** Runs a call that does not end by itself for some seconds. */
  public Ended during(int seconds, String... words) throws IOException, InterruptedException {
    return run(seconds, false, Optional.empty(), words);
  }

  /** Runs a call that does not end by itself until it has written a word. */
  boolean writes(String word, String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("kubectl", "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", scratch.toString());
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return lines.lines().anyMatch(line -> line.contains(word));
    } finally {
      process.destroyForcibly();
    }
  }

  private Ended run(int seconds, boolean ends, Optional<Path> input, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("kubectl", "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(words));
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(scratch.toFile());
    builder.environment().put("HOME", scratch.toString());
    builder.environment().put("KUBECACHEDIR", scratch.resolve("cache").toString());
    input.ifPresent(file -> builder.redirectInput(file.toFile()));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      if (ends && !ended) {
        throw new IOException("no end in sight: " + command + "\n" + text(out) + text(err));
      }
      return new Ended(ended ? process.exitValue() : -1, text(out), text(err));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The output of a call that has to go well. */
  public String ok(String... words) throws IOException, InterruptedException {
    Ended ended = run(words);
    if (ended.status() != 0) {
      throw new AssertionError(String.join(" ", words) + " ended with " + ended);
    }
    return ended.out();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
