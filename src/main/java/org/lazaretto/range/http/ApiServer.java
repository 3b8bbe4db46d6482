package org.lazaretto.range.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.lazaretto.range.http.security.AnyClient;
import org.lazaretto.range.http.security.Certificates;

/** A running API server, reachable from this machine only. */
public final class ApiServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LONGEST_LINE = 64 << 10;
  private static final int WINDOW = 4 << 20;

  private final Vertx vertx;
  private final HttpServer server;

  private ApiServer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Starts a server on loopback.
   *
   * @param parts what it is made of
   * @param port zero for any that is free
   * @return accepting connections
   * @throws IOException if the port cannot be had
   */
  public static ApiServer start(ServerParts parts, int port) throws IOException {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setUseDaemonThread(true)
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(8)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpServer server = vertx.createHttpServer(options(parts.security().certificates()));
    try {
      finished(server.requestHandler(new Gateway(vertx, parts)).listen(port, LOOPBACK));
    } catch (IOException taken) {
      finished(vertx.close());
      throw taken;
    }
    return new ApiServer(vertx, server);
  }

  private static HttpServerOptions options(Certificates certificates) {
    Certificates.Issued own = certificates.server();
    return new HttpServerOptions()
        .setSsl(true)
        .setUseAlpn(true)
        .setClientAuth(ClientAuth.REQUEST)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(own.certificate()))
                .addKeyValue(Buffer.buffer(own.key())))
        .setTrustOptions(TrustOptions.wrap(new AnyClient(certificates.authority())))
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(LONGEST_LINE)
        .setHandle100ContinueAutomatically(true)
        .setWebSocketSubProtocols(List.of(ChannelFrames.V5, ChannelFrames.V4))
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(250)
                .setMaxHeaderListSize(LONGEST_LINE)
                .setInitialWindowSize(WINDOW))
        .setHttp2ConnectionWindowSize(WINDOW);
  }

  private static <T> T finished(Future<T> future) throws IOException {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw new IOException("the practice API server: " + failed.getCause(), failed.getCause());
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Where it is. */
  public URI url() {
    return URI.create("https://" + LOOPBACK + ":" + port());
  }

  /**
   * Breaks all connections and stops.
   *
   * @throws IOException if it could not be stopped in good order
   */
  @Override
  public void close() throws IOException {
    finished(vertx.close());
  }
}
