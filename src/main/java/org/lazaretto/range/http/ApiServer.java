package org.lazaretto.range.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.lazaretto.range.http.security.AnyClient;
import org.lazaretto.range.http.security.Certificates;

/** A running API server, reachable from this machine only. */
public final class ApiServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LONGEST_LINE = 64 << 10;
  private static final int WINDOW = 4 << 20;

  private final Vertx vertx;
  private final Context home;
  private final HttpServer server;

  private ApiServer(Vertx vertx, Context home, HttpServer server) {
    this.vertx = vertx;
    this.home = home;
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
    Context home = vertx.getOrCreateContext();
    Promise<HttpServer> listening = Promise.promise();
    server.requestHandler(new Gateway(vertx, parts));
    home.runOnContext(_ -> server.listen(port, LOOPBACK).onComplete(listening));
    try {
      finished(listening.future());
    } catch (IOException taken) {
      finished(vertx.close());
      throw taken;
    }
    return new ApiServer(vertx, home, server);
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
    // Who is cut off calls again at once. Nobody is let in between the end of the connections and
    // that of the port: there would be no thread for them, which the library logs with its stack.
    CountDownLatch deaf = new CountDownLatch(1);
    CountDownLatch shut = new CountDownLatch(1);
    ((VertxInternal) vertx)
        .getAcceptorEventLoopGroup()
        .execute(() -> {
          deaf.countDown();
          hold(shut);
        });
    hold(deaf);
    Future<Void> closed = server.close();
    home.runOnContext(_ -> shut.countDown());
    finished(closed);
    finished(vertx.close());
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
