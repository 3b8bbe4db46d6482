package org.lazaretto.adapter.kubernetes.wire;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that gives up when nothing arrives for a while, which a
 * connection that died silently never says by itself. Holds a few buffers at most: the server is
 * asked for more only as they are read.
 */
final class Feed extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {
  private static final int AHEAD = 4;

  private final Duration idle;
  private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(AHEAD + 2);
  private volatile Optional<AsyncBody> body = Optional.empty();
  private final Queue<ByteBuffer> current = new ArrayDeque<>();
  private volatile boolean closed;
  private boolean ended;

  /**
   * A feed that gives up after so long a silence.
   *
   * @param idle zero to wait for ever
   */
  Feed(Duration idle) {
    this.idle = idle;
  }

  private sealed interface Part {
    record Bytes(List<ByteBuffer> buffers) implements Part {}

    record End() implements Part {}

    record Broken(Throwable cause) implements Part {}
  }

  /** The stream was silent for too long. */
  static final class SilentException extends IOException {
    private static final long serialVersionUID = 1L;

    SilentException(Duration idle) {
      super("nothing was heard for " + idle.toSeconds() + " s");
    }
  }

  /** Begins to read. */
  void start(AsyncBody begun) {
    body = Optional.of(begun);
    CompletableFuture<Void> _ =
        begun
            .done()
            .whenComplete((done, failure) ->
                parts.offer(failure == null ? new Part.End() : new Part.Broken(failure)));
    for (int i = 0; i < AHEAD; i++) {
      begun.consume();
    }
  }

  @Override
  public void consume(List<ByteBuffer> value, AsyncBody from) throws IOException {
    if (!parts.offer(new Part.Bytes(value)) && !closed) {
      throw new IOException("more arrived than was asked for");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (current.isEmpty() && !ended) {
      next();
    }
    ByteBuffer buffer = current.peek();
    if (buffer == null) {
      return -1;
    }
    int count = Math.min(length, buffer.remaining());
    buffer.get(into, offset, count);
    if (!buffer.hasRemaining()) {
      current.remove();
    }
    return count;
  }

  private void next() throws IOException {
    switch (take()) {
      case Part.Bytes(var buffers) -> {
        body.ifPresent(AsyncBody::consume);
        buffers.stream().filter(ByteBuffer::hasRemaining).forEach(current::add);
      }
      case Part.End _ -> ended = true;
      case Part.Broken(var cause) -> {
        ended = true;
        throw new IOException("the connection broke: " + cause.getMessage(), cause);
      }
    }
  }

  private Part take() throws IOException {
    if (closed) {
      throw new IOException("the stream is closed");
    }
    try {
      Part part = idle.isZero() ? parts.take() : parts.poll(idle.toNanos(), TimeUnit.NANOSECONDS);
      if (part == null) {
        throw new SilentException(idle);
      }
      return part;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading");
    }
  }

  /** Ends the answer; a reader that waits sees the end. */
  @Override
  public void close() {
    closed = true;
    body.ifPresent(AsyncBody::cancel);
    parts.clear();
    parts.offer(new Part.End());
  }
}
