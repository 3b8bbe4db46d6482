package org.lazaretto.adapter.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers as a test tells it and remembers what it was asked. */
final class FakeApiServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  FakeApiServer(Answering answering) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, answering));
    server.start();
  }

  /** How a test answers. */
  @FunctionalInterface
  interface Answering {
    Reply answer(Asked asked) throws IOException;
  }

  /** A request. */
  record Asked(
      String method,
      String path,
      String body,
      Optional<String> authorization,
      Optional<String> contentType) {
    String line() {
      return method + " " + path;
    }
  }

  /** An answer. */
  sealed interface Reply {
    record Whole(int status, String body, Map<String, String> headers) implements Reply {}

    /** The head at once, then what the test writes. */
    record Streamed(Writing writing) implements Reply {}

    /** No answer at all. */
    record Dropped() implements Reply {}

    static Reply json(int status, String body) {
      return new Whole(status, body, Map.of("Content-Type", "application/json"));
    }
  }

  /** Writes a body; returning ends it. */
  @FunctionalInterface
  interface Writing {
    void write(OutputStream body) throws IOException;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** A connection to it with the token {@code let-me-in}. */
  KubernetesConnection connect(Path folder) throws Exception {
    return KubernetesConnection.open(request(kubeconfig(folder)));
  }

  Path kubeconfig(Path folder) throws IOException {
    return Files.writeString(folder.resolve("config"), kubeconfigText(url(), "token: let-me-in"));
  }

  static ConnectionRequest request(Path kubeconfig) {
    return ConnectionRequest.of(Optional.of(kubeconfig), Optional.empty())
        .within(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  static String kubeconfigText(String server, String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: shop
    contexts:
    - name: shop
      context: {cluster: shop-cluster, user: responder, namespace: shop}
    - name: other
      context: {cluster: other-cluster, user: responder}
    clusters:
    - name: shop-cluster
      cluster: {server: "%s"}
    - name: other-cluster
      cluster: {server: "https://other.example:6443"}
    users:
    - name: responder
      user:
        %s
    """
        .formatted(server, user.strip().replace("\n", "\n    "));
  }

  private void answer(HttpExchange exchange, Answering answering) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            body,
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")));
    asked.add(request);
    switch (answering.answer(request)) {
      case Reply.Whole(int status, String text, Map<String, String> headers) -> {
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
      }
      case Reply.Streamed(Writing writing) -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        writing.write(exchange.getResponseBody());
        exchange.close();
      }
      case Reply.Dropped() -> exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
