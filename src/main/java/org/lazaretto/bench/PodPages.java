package org.lazaretto.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * A server of one list: pods of about 6 kB, page by page. It runs as a process of its own, so that
 * its work does not count, and ends with its standard input.
 */
public final class PodPages {
  private static final int PAGE = 500;

  private final int pods;
  private final PodText text = new PodText();

  private PodPages(int pods) {
    this.pods = pods;
  }

  /**
   * Serves on a free port of loopback, which it prints.
   *
   * @param args how many pods
   */
  public static void main(String[] args) throws IOException {
    PodPages pages = new PodPages(Integer.parseInt(args[0]));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("pages-", 0).factory()));
    server.createContext("/", pages::answer);
    server.start();
    System.out.println(server.getAddress().getPort());
    System.out.flush();
    while (System.in.read() >= 0) {
      // the parent only ever closes it
    }
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (query.contains("watch=true")) {
      silence(exchange);
      return;
    }
    int from =
        query.contains("continue=") ? Integer.parseInt(query.replaceAll(".*continue=", "")) : 0;
    int count = path.equals("/api/v1/pods") ? Math.min(PAGE, pods - from) : 0;
    String next = from + count < pods && count > 0 ? String.valueOf(from + count) : "";
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(
          String.format(
                  Locale.ROOT,
                  "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"1\",\"continue\":\"%s\"},"
                      + "\"items\":[",
                  next)
              .getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < count; i++) {
        body.write(i == 0 ? ' ' : ',');
        body.write(text.pod(from + i));
      }
      body.write(']');
      body.write('}');
    }
  }

  /** A watch in which nothing happens, until the process ends. */
  private static void silence(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
  }
}
