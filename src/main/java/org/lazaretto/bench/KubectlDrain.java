package org.lazaretto.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code kubectl drain}, as people type it, and what is typed before it. */
final class KubectlDrain {
  private static final long MINUTES = 10;

  private final Path kubeconfig;
  private final Path folder;

  KubectlDrain(Path kubeconfig, Path folder) {
    this.kubeconfig = kubeconfig;
    this.folder = folder;
  }

  /** Drains nodes by one command, and says how long that took. */
  Duration drain(List<String> nodes) throws IOException, InterruptedException, BenchException {
    return timed(words("drain", nodes, "--ignore-daemonsets", "--delete-emptydir-data", "--force"));
  }

  /** Closes nodes. */
  void cordon(List<String> nodes) throws IOException, InterruptedException, BenchException {
    timed(words("cordon", nodes));
  }

  /** Opens nodes again. */
  void uncordon(List<String> nodes) throws IOException, InterruptedException, BenchException {
    timed(words("uncordon", nodes));
  }

  /** Makes what a file describes, or makes it so. */
  void apply(Path file) throws IOException, InterruptedException, BenchException {
    timed(List.of("apply", "-f", file.toString()));
  }

  private static List<String> words(String verb, List<String> nodes, String... options) {
    List<String> words = new ArrayList<>();
    words.add(verb);
    words.addAll(nodes);
    words.addAll(List.of(options));
    return words;
  }

  private Duration timed(List<String> words)
      throws IOException, InterruptedException, BenchException {
    Path said = folder.resolve("kubectl.txt");
    ProcessBuilder builder = new ProcessBuilder("kubectl", "--kubeconfig", kubeconfig.toString());
    builder.command().addAll(words);
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    long begun = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new BenchException("kubectl " + words.getFirst() + " did not end.");
    }
    long took = System.nanoTime() - begun;
    if (process.exitValue() != 0) {
      throw new BenchException("kubectl " + words.getFirst() + ": " + Files.readString(said));
    }
    return Duration.ofNanos(took);
  }
}
