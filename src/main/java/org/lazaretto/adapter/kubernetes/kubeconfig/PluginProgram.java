package org.lazaretto.adapter.kubernetes.kubeconfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lazaretto.adapter.kubernetes.kubeconfig.Kubeconfig.Section;
import org.lazaretto.port.PortException;

/** Runs the program of a user's {@code exec} section, without a terminal and without a shell. */
final class PluginProgram {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST = 1 << 20;

  private final Section user;
  private final Section cluster;
  private final JsonNode exec;
  private final Map<String, String> environment;

  PluginProgram(Section user, Section cluster, Map<String, String> environment) {
    this.user = user;
    this.cluster = cluster;
    this.exec = user.node().path("exec");
    this.environment = environment;
  }

  String apiVersion() {
    return exec.path("apiVersion").asText("");
  }

  /** What it prints on standard output: a secret. */
  String run() throws PortException {
    if (exec.path("interactiveMode").asText("").equals("Always")) {
      throw failed("wants a terminal, which it cannot have here; sign in with it first");
    }
    Process process = start();
    ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    try {
      process.getOutputStream().close();
      Future<String> output = readers.submit(() -> text(process.getInputStream()));
      Future<String> complaints = readers.submit(() -> text(process.getErrorStream()));
      String printed = output.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw failed("did not end within " + PATIENCE.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failed("ended with status " + process.exitValue() + ": " + lastLine(complaints));
      }
      return printed;
    } catch (TimeoutException slow) {
      throw failed("did not end within " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException | IOException broken) {
      throw failed("could not be heard: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted");
    } finally {
      process.destroyForcibly();
      readers.shutdownNow();
    }
  }

  private Process start() throws PortException {
    ProcessBuilder builder = new ProcessBuilder(words());
    builder.environment().clear();
    builder.environment().putAll(environment);
    for (JsonNode variable : exec.path("env")) {
      builder
          .environment()
          .put(variable.path("name").asText(""), variable.path("value").asText(""));
    }
    builder.environment().put("KUBERNETES_EXEC_INFO", info());
    try {
      return builder.start();
    } catch (IOException missing) {
      throw failed("cannot be started: is it installed and on the PATH?");
    }
  }

  private List<String> words() {
    String command = exec.path("command").asText("");
    boolean relative = command.contains("/") && !Path.of(command).isAbsolute();
    List<String> words = new ArrayList<>();
    words.add(relative ? user.file().resolve(command).toString() : command);
    exec.path("args").forEach(argument -> words.add(argument.asText("")));
    return words;
  }

  private String info() {
    ObjectNode info = JsonMapper.builder().build().createObjectNode();
    info.put("kind", "ExecCredential").put("apiVersion", apiVersion());
    ObjectNode spec = info.putObject("spec").put("interactive", false);
    if (exec.path("provideClusterInfo").asBoolean(false)) {
      ObjectNode about = spec.putObject("cluster");
      for (String field : List.of("server", "certificate-authority-data", "tls-server-name")) {
        if (!cluster.text(field).isEmpty()) {
          about.put(field, cluster.text(field));
        }
      }
    }
    return info.toString();
  }

  /** A failure that names the program, the user and how to install it. */
  PortException failed(String what) {
    String hint = exec.path("installHint").asText("").strip();
    return KubeconfigFile.local(
        "the program "
            + exec.path("command").asText("")
            + ", which signs in the user "
            + user.name()
            + ", "
            + what
            + (hint.isEmpty() ? "" : "\n" + hint));
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readNBytes(MOST), StandardCharsets.UTF_8);
  }

  private static String lastLine(Future<String> complaints)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> lines = complaints.get(5, TimeUnit.SECONDS).strip().lines().toList();
    return lines.isEmpty() ? "it said nothing" : lines.getLast();
  }
}
