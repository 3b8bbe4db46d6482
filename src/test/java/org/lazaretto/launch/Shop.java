package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lazaretto.adapter.kubernetes.KubeconfigDirectory;
import org.lazaretto.launch.Terminal.Result;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.port.ClusterConnection;
import org.lazaretto.port.ClusterControl;
import org.lazaretto.port.PortException;
import org.lazaretto.port.PracticeWorlds;

/** One practice shop with a case, driven by command line or by what a plan says on paper. */
record Shop(PracticeWorlds.World world, Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper SORTED =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** The steps of a plan that was made here, as action and object. */
  List<String> plan(String wizard, List<String> options) throws IOException {
    List<String> words = new ArrayList<>(List.of("plan", wizard, "--out", file().toString()));
    words.addAll(List.of("--kubeconfig", world.kubeconfig().toString()));
    words.addAll(options);
    Result planned = new Terminal().run(words.toArray(String[]::new));
    assertThat(planned.status()).as("%s", planned.err()).isEqualTo(ExitStatus.HOLDS);
    List<String> steps = new ArrayList<>();
    for (JsonNode step : JSON.readTree(Files.readString(file())).path("steps")) {
      JsonNode target = step.path("target");
      steps.add(ShopState.named(step.path("action").asText() + " " + target.path("name").asText()));
    }
    return steps;
  }

  Path file() {
    return folder.resolve("plan.json");
  }

  /** Carries the plan out as the program does, in the shop's case. */
  Result apply(List<String> waivers) throws IOException {
    String fingerprint = JSON.readTree(Files.readString(file())).path("fingerprint").asText();
    List<String> words =
        new ArrayList<>(List.of("apply", file().toString(), "--approve", fingerprint));
    words.addAll(List.of("--kubeconfig", world.kubeconfig().toString(), "--case", place()));
    waivers.forEach(waiver -> words.addAll(List.of("--waive", waiver)));
    return new Terminal().run(words.toArray(String[]::new));
  }

  String place() {
    return folder.resolve("case").toString();
  }

  /** Runs the script of the plan in a shell, with the real kubectl. */
  Result paste() throws IOException, InterruptedException {
    Path papers = folder.resolve("papers");
    delete(papers);
    Result sheet =
        new Terminal().run("hand-over", "sheet", file().toString(), "--out", papers.toString());
    assertThat(sheet.status()).as("%s", sheet.err()).isEqualTo(ExitStatus.HOLDS);
    Path script;
    try (Stream<Path> files = Files.list(papers)) {
      script = files.filter(f -> f.toString().endsWith(".sh")).findFirst().orElseThrow();
    }
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("KUBECACHEDIR", folder.resolve("cache").toString());
    Path out = folder.resolve("out.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("%s", script).isTrue();
    return new Result(process.exitValue(), Files.readString(out), "");
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path each : files.toList()) {
          Files.delete(each);
        }
      }
    }
  }

  ClusterConnection connect() throws PortException {
    return new KubeconfigDirectory(Optional.empty())
        .connect(Optional.of(world.kubeconfig()), Optional.empty());
  }

  /** What runs of a workload on each node, by the node's name. */
  Map<String, String> podsOf(String namespace, String app) throws PortException {
    Map<String, String> found = new TreeMap<>();
    try (ClusterConnection connection = connect()) {
      String path = "/api/v1/namespaces/" + namespace + "/pods";
      for (JsonNode pod : tree(connection.reads().raw(path).bytes()).path("items")) {
        if (pod.at("/metadata/labels/app").asText().equals(app)) {
          found.put(
              pod.at("/spec/nodeName").asText(),
              namespace + "/" + pod.at("/metadata/name").asText());
        }
      }
    }
    return found;
  }

  void create(ObjectRef object, String manifest) throws PortException {
    try (ClusterConnection connection = connect()) {
      connection.control().create(object, manifest, ClusterControl.Mode.REAL);
    }
  }

  static JsonNode tree(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the fields in one order. */
  static String text(JsonNode tree) {
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue(tree, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
