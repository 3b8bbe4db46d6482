package org.lazaretto.range.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.store.Json;

/**
 * What was asked of the server and how it ended: the last requests in memory, all of them in a
 * file.
 */
public final class AuditLog implements AutoCloseable {
  private static final int MOST = 50_000;

  private final Deque<Entry> last = new ArrayDeque<>();
  private final Optional<BufferedWriter> file;

  private AuditLog(Optional<BufferedWriter> file) {
    this.file = file;
  }

  /** Keeps the last requests in memory only. */
  public static AuditLog inMemory() {
    return new AuditLog(Optional.empty());
  }

  /**
   * Writes all requests to a file too, one line of JSON each.
   *
   * @throws IOException if it cannot be opened
   */
  public static AuditLog toFile(Path file) throws IOException {
    return new AuditLog(
        Optional.of(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)));
  }

  /**
   * One request that was answered.
   *
   * @param time simulated time of the answer
   * @param auditId as in the {@code Audit-Id} header of the answer
   * @param user who asked, or empty if that was not known
   * @param call what was asked
   * @param path the path and query
   * @param code HTTP status of the answer
   */
  public record Entry(Instant time, String auditId, String user, Call call, String path, int code) {
    private String line() {
      return new String(
          Json.bytes(
              Json.object()
                  .put("time", time.toString())
                  .put("auditID", auditId)
                  .put("user", user)
                  .put("verb", call.verb())
                  .put("resource", call.resource())
                  .put("namespace", call.namespace())
                  .put("name", call.name())
                  .put("subresource", call.subresource())
                  .put("requestURI", path)
                  .put("code", code)),
          StandardCharsets.UTF_8);
    }
  }

  /**
   * What a request asks.
   *
   * @param verb as in {@code list}
   * @param resource plural, or empty for a path that is no resource
   * @param subresource or empty
   * @param namespace or empty
   * @param name or empty
   */
  public record Call(
      String verb, String resource, String subresource, String namespace, String name) {}

  synchronized void add(Entry entry) {
    last.addLast(entry);
    if (last.size() > MOST) {
      last.removeFirst();
    }
    if (file.isPresent()) {
      try {
        file.get().write(entry.line());
        file.get().newLine();
        file.get().flush();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** The last requests, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(last);
  }

  @Override
  public synchronized void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
