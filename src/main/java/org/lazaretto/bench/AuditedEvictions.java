package org.lazaretto.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a practice server's audit log says of evictions, from a moment on. */
final class AuditedEvictions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path log;
  private final int from;

  private AuditedEvictions(Path log, int from) {
    this.log = log;
    this.from = from;
  }

  /** From now on. */
  static AuditedEvictions from(Path log) throws IOException {
    return new AuditedEvictions(log, Files.readAllLines(log).size());
  }

  /**
   * How many were granted and refused, in words.
   *
   * @throws BenchException if a pod was deleted without asking its budgets
   */
  String text() throws IOException, BenchException {
    int granted = 0;
    int refused = 0;
    int failed = 0;
    List<String> lines = Files.readAllLines(log);
    for (String line : lines.subList(from, lines.size())) {
      JsonNode call = JSON.readTree(line);
      if (!call.path("resource").asText().equals("pods")
          || call.path("requestURI").asText().contains("dryRun")) {
        continue;
      }
      if (call.path("verb").asText().startsWith("delete")) {
        throw new BenchException("A pod was deleted past its budgets: " + line);
      }
      if (call.path("subresource").asText().equals("eviction")) {
        int code = call.path("code").asInt();
        granted += code < 300 ? 1 : 0;
        refused += code == 429 ? 1 : 0;
        failed += code >= 300 && code != 429 ? 1 : 0;
      }
    }
    return "audit log: %d evictions granted, %d refused by a budget, %d failed, no pod deleted otherwise"
        .formatted(granted, refused, failed);
  }
}
