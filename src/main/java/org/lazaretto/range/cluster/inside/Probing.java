package org.lazaretto.range.cluster.inside;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lazaretto.range.cluster.object.Tree;
import org.lazaretto.range.shell.Machine;
import org.lazaretto.range.shell.Shell;

/**
 * What a kubelet's probe finds in a container. Of whom nothing is known nothing is wrong.
 *
 * @param address of the pod
 * @param container its part of the pod's spec
 * @param ports where it listens; empty if that is not known
 * @param machine the container from inside
 */
record Probing(
    String address,
    JsonNode container,
    Optional<Set<Integer>> ports,
    Supplier<Optional<Machine>> machine) {

  Optional<String> wrong(JsonNode probe) {
    if (probe.has("exec")) {
      return command(probe.path("exec").path("command"));
    }
    JsonNode http = probe.path("httpGet");
    JsonNode way = http.isObject() ? http : probe.path("tcpSocket");
    if (!way.isObject()) {
      return Optional.empty();
    }
    int port = port(way.path("port"));
    if (ports.isEmpty() || ports.get().contains(port)) {
      return Optional.empty();
    }
    String where = way.path("host").asText(address) + ":" + port;
    String refused = "dial tcp " + where + ": connect: connection refused";
    String scheme = http.path("scheme").asText("HTTP").toLowerCase(Locale.ROOT);
    return Optional.of(
        http.isObject()
            ? "Get \"%s://%s%s\": %s"
                .formatted(scheme, where, http.path("path").asText("/"), refused)
            : refused);
  }

  private int port(JsonNode port) {
    return port.isTextual()
        ? Tree.first(container.path("ports"), p -> Tree.text(p, "name").equals(port.asText()))
            .map(p -> p.path("containerPort").asInt())
            .orElse(0)
        : port.asInt();
  }

  private Optional<String> command(JsonNode command) {
    List<String> words = new ArrayList<>();
    command.forEach(word -> words.add(word.asText()));
    Optional<Machine> there = machine.get();
    if (there.isEmpty() || words.isEmpty() || !Shell.knows(words.getFirst())) {
      return Optional.empty();
    }
    Shell shell = new Shell(there.get());
    Optional<String> obstacle = shell.obstacle(words);
    if (obstacle.isPresent()) {
      String why = "OCI runtime exec failed: exec failed: unable to start container process: ";
      return Optional.of(why + obstacle.get());
    }
    return shell
        .run(words, Optional.of(new byte[0]))
        .filter(outcome -> outcome.code() != 0)
        .map(outcome -> text(outcome.out()) + text(outcome.err()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
