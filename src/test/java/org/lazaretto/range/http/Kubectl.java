package org.lazaretto.range.http;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The real kubectl of this machine, with a home of its own. */
final class Kubectl {
  private static final long SECONDS = 60;

  private final Path home;
  private final Path kubeconfig;

  Kubectl(Path home, Path kubeconfig) {
    this.home = home;
    this.kubeconfig = kubeconfig;
  }

  /** How it ended. */
  record Run(int exit, String out, String err) {}

  static boolean isHere() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
  }

  Run run(String... words) throws IOException, InterruptedException {
    return with("", words);
  }

  /** Runs it with something on standard input. */
  Run with(String input, String... words) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    Path in = Files.writeString(Files.createTempFile(home, "in", ""), input);
    Process process = start(in, out, err, words);
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("kubectl hangs: " + List.of(words) + read(out) + read(err));
    }
    return new Run(process.exitValue(), read(out), read(err));
  }

  private Process start(Path in, Path out, Path err, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("HOME", home.toString());
    environment.put("KUBECONFIG", kubeconfig.toString());
    environment.put("KUBECACHEDIR", home.resolve("cache").toString());
    return builder
        .directory(home.toFile())
        .redirectInput(in.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
