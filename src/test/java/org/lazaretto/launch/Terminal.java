package org.lazaretto.launch;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs commands in this process, as a shell would, and keeps what they print. */
final class Terminal {
  /** What a command left. */
  record Result(int status, String out, String err) {}

  Result run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      int status = Launcher.commandLine(console, workers, _ -> {}).execute(words);
      return new Result(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
