package org.lazaretto.adapter.kubernetes.wire;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.lazaretto.port.Exchange;
import org.lazaretto.port.Ran;

/**
 * The streams of a command in a container, each message led by the number of its channel ({@code
 * v4.channel.k8s.io}). Of a flood only the beginning is kept.
 */
final class Channels implements WebSocket.Listener {
  static final String PROTOCOL = "v4.channel.k8s.io";
  private static final int OUT = 1;
  private static final int ERR = 2;
  private static final int STATUS = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<String> status = new CompletableFuture<>();
  private boolean whole = true;

  /** How it ended, once it has; fails if the connection ends before the command. */
  CompletableFuture<String> status() {
    return status;
  }

  @Override
  public void onMessage(WebSocket socket, ByteBuffer message) {
    if (message.hasRemaining()) {
      byte[] bytes = new byte[message.remaining() - 1];
      int channel = message.get();
      message.get(bytes);
      hear(channel, bytes);
    }
    socket.request();
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    socket.request();
  }

  private void hear(int channel, byte[] bytes) {
    switch (channel) {
      case OUT -> keep(out, bytes);
      case ERR -> keep(err, bytes);
      case STATUS -> status.complete(text(bytes, bytes.length));
      default -> {}
    }
  }

  private synchronized void keep(ByteArrayOutputStream stream, byte[] bytes) {
    int room = Math.min(bytes.length, Ran.MOST_BYTES - stream.size());
    stream.write(bytes, 0, room);
    whole &= room == bytes.length;
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, Ran.MOST_BYTES), StandardCharsets.UTF_8);
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason) {
    status.completeExceptionally(
        new IOException("the connection was closed before the command ended"));
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    status.completeExceptionally(error);
  }

  /** Everything that was heard, with how it ended. */
  synchronized Said said(Exchange exchange, String ended) {
    return new Said(
        exchange,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        ended,
        whole);
  }
}
