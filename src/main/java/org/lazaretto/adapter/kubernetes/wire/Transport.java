package org.lazaretto.adapter.kubernetes.wire;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lazaretto.adapter.kubernetes.kubeconfig.Credential;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.PortException;

/**
 * Sends requests to one API server. Calls block and are safe from any thread. A request that the
 * server answers with 401 is sent once more if another credential can be had: it has changed
 * nothing.
 */
public final class Transport implements AutoCloseable {
  private static final int MOST_BYTES = 256 << 20;

  private final HttpClient client;
  private final URI server;
  private final Credential credential;
  private final Patience patience;

  Transport(HttpClient client, URI server, Credential credential, Patience patience) {
    this.client = client;
    this.server = server;
    this.credential = credential;
    this.patience = patience;
  }

  /** Sends the request and reads the whole answer, whatever its status. */
  public Answered exchange(Call call) throws PortException {
    Opened opened = open(call, patience.answer(), true);
    try (InputStream body = opened.body()) {
      byte[] bytes = body.readNBytes(MOST_BYTES);
      if (bytes.length == MOST_BYTES) {
        throw new PortException(
            PortException.Kind.SERVER_ERROR, call.line() + ": the answer is too large");
      }
      return new Answered(call, opened.head(), bytes);
    } catch (IOException broken) {
      if (call.change() && opened.head().good()) {
        return new Answered(call, opened.head(), new byte[0]);
      }
      throw Failures.noAnswer(call, "its answer broke off, " + broken.getMessage());
    }
  }

  /** The same, where anything but success is a failure. */
  public Answered demand(Call call) throws PortException {
    Answered answered = exchange(call);
    if (!answered.head().good()) {
      throw Refusals.of(answered);
    }
    return answered;
  }

  /**
   * Sends the request and returns when the head of the answer is there, whatever its status.
   *
   * @param idle after how long a silence the body is given up; zero for never
   */
  public Opened open(Call call, Duration idle) throws PortException {
    return open(call, idle, false);
  }

  private Opened open(Call call, Duration idle, boolean brief) throws PortException {
    Opened first = send(call, idle, brief);
    if (first.head().status() == 401 && credential.renewed()) {
      close(first);
      return send(call, idle, brief);
    }
    return first;
  }

  private Opened send(Call call, Duration idle, boolean brief) throws PortException {
    Feed feed = new Feed(idle);
    CompletableFuture<HttpResponse<AsyncBody>> coming =
        client.consumeBytes(request(call, brief), feed);
    HttpResponse<AsyncBody> response =
        await(call, coming, patience.connect().plus(patience.answer()));
    feed.start(response.body());
    return new Opened(head(response), feed);
  }

  /**
   * Begins something in a container and hears it to its end, without sending anything in.
   *
   * @param atMost how long it may take once it has begun
   * @throws PortException what the server answered instead; NO_ANSWER if the connection broke, or
   *     the time was over, before the end
   */
  public Said visit(Call call, Duration atMost) throws PortException {
    try {
      return visitOnce(call, atMost);
    } catch (PortException refused) {
      if (refused.kind() == PortException.Kind.UNAUTHORIZED && credential.renewed()) {
        return visitOnce(call, atMost);
      }
      throw refused;
    }
  }

  private Said visitOnce(Call call, Duration atMost) throws PortException {
    Channels channels = new Channels();
    WebSocket.Builder builder =
        client.newWebSocketBuilder().uri(URI.create(uri(call))).subprotocol(Channels.PROTOCOL);
    credential.authorization().ifPresent(value -> builder.setHeader("Authorization", value));
    WebSocket socket =
        await(call, builder.buildAsync(channels), patience.connect().plus(patience.answer()));
    try {
      String ended = await(call, channels.status(), atMost);
      return channels.said(new Exchange(call.line(), "", 101, "", ""), ended);
    } finally {
      socket.sendClose(1000, "done");
    }
  }

  private <T> T await(Call call, CompletableFuture<T> coming, Duration atMost)
      throws PortException {
    try {
      return coming.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw failure(call, Optional.ofNullable(failed.getCause()).orElse(failed));
    } catch (TimeoutException late) {
      coming.cancel(true);
      throw Failures.noAnswer(call, "no answer came in time");
    } catch (CancellationException closed) {
      throw Failures.noAnswer(call, "the connection was closed");
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw Failures.noAnswer(call, "we stopped waiting");
    }
  }

  /** A server that does not open the channels answers as to any other request. */
  private PortException failure(Call call, Throwable cause) {
    if (cause instanceof WebSocketHandshakeException refused) {
      HttpResponse<?> answer = refused.getResponse();
      return Refusals.of(new Answered(call, head(answer), body(refused)));
    }
    return Failures.of(server, call, cause);
  }

  private static byte[] body(WebSocketHandshakeException refused) {
    return refused.getCause() instanceof java.net.http.WebSocketHandshakeException inner
            && inner.getResponse() != null
            && inner.getResponse().body() instanceof String words
        ? words.getBytes(StandardCharsets.UTF_8)
        : new byte[0];
  }

  private static Answered.Head head(HttpResponse<?> response) {
    return new Answered.Head(
        response.code(),
        header(response, "Audit-Id"),
        header(response, "Content-Type"),
        header(response, "Retry-After"));
  }

  private HttpRequest request(Call call, boolean brief) throws PortException {
    HttpRequest.Builder builder = client.newHttpRequestBuilder().uri(uri(call));
    builder.setHeader("Accept", call.accept());
    Optional<String> authorization = credential.authorization();
    authorization.ifPresent(value -> builder.setHeader("Authorization", value));
    if (!call.contentType().isEmpty()) {
      builder.method(call.method(), call.contentType(), call.body());
    }
    if (brief) {
      builder.timeout(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
    }
    return builder.build();
  }

  private String uri(Call call) throws PortException {
    try {
      return new URI(server + call.path()).toString();
    } catch (URISyntaxException odd) {
      throw new PortException(
          PortException.Kind.INVALID,
          "not a path of the API: " + call.path() + " (nothing was sent)");
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return Optional.ofNullable(response.header(name)).orElse("");
  }

  private static void close(Opened opened) throws PortException {
    try {
      opened.body().close();
    } catch (IOException impossible) {
      throw new PortException(PortException.Kind.NO_ANSWER, "closing a refused answer failed");
    }
  }

  /** Ends everything that is under way. */
  @Override
  public void close() {
    client.close();
  }
}
