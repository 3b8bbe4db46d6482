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
   * What was asked for since then.
   *
   * @param granted evictions that the server let through
   * @param refused those that a budget refused for now
   * @param failed those that were refused or failed for another reason
   */
  record Seen(int granted, int refused, int failed) {
    String text() {
      return "%d evictions granted, %d refused by a budget, %d failed, no pod deleted otherwise"
          .formatted(granted, refused, failed);
    }

    private Seen and(int code) {
      return switch (code) {
        case 429 -> new Seen(granted, refused + 1, failed);
        default ->
            code < 300
                ? new Seen(granted + 1, refused, failed)
                : new Seen(granted, refused, failed + 1);
      };
    }
  }

  /**
   * Counts.
   *
   * @throws BenchException if a pod was deleted without asking its budgets
   */
  Seen seen() throws IOException, BenchException {
    Seen seen = new Seen(0, 0, 0);
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
        seen = seen.and(call.path("code").asInt());
      }
    }
    return seen;
  }
}
