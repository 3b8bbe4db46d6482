package org.lazaretto.range.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** An answer in chunks, or the messages of a WebSocket. */
final class VertxOutlet implements Outlet {
  private final Context context;
  private final WriteStream<Buffer> stream;
  private final Consumer<byte[]> sender;
  private final Runnable cutter;
  private final List<Runnable> closers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean silent = new AtomicBoolean();

  private VertxOutlet(
      Context context, WriteStream<Buffer> stream, Consumer<byte[]> sender, Runnable cutter) {
    this.context = context;
    this.stream = stream;
    this.sender = sender;
    this.cutter = cutter;
  }

  static VertxOutlet chunks(Context context, HttpServerResponse response) {
    VertxOutlet outlet =
        new VertxOutlet(
            context, response, bytes -> response.write(Buffer.buffer(bytes)), response::reset);
    response.closeHandler(ignored -> outlet.closed());
    response.exceptionHandler(failure -> outlet.closed());
    return outlet;
  }

  static VertxOutlet messages(Context context, ServerWebSocket socket, boolean binary) {
    VertxOutlet outlet =
        new VertxOutlet(
            context,
            socket,
            bytes -> {
              if (binary) {
                socket.writeBinaryMessage(Buffer.buffer(bytes));
              } else {
                socket.writeTextMessage(new String(bytes, StandardCharsets.UTF_8));
              }
            },
            socket::close);
    socket.closeHandler(ignored -> outlet.closed());
    socket.exceptionHandler(failure -> outlet.closed());
    return outlet;
  }

  /** Breaks it off, as a broken network would. */
  void cut() {
    context.runOnContext(ignored -> {
      cutter.run();
      closed();
    });
  }

  /** Sends nothing from now on, and does not end either. */
  void silence() {
    silent.set(true);
  }

  private void closed() {
    if (closed.compareAndSet(false, true)) {
      closers.forEach(Runnable::run);
    }
  }

  @Override
  public void run(Runnable task) {
    context.runOnContext(ignored -> task.run());
  }

  @Override
  public void send(byte[] message) {
    if (!closed.get() && !silent.get()) {
      sender.accept(message);
    }
  }

  @Override
  public boolean full() {
    try {
      return !closed.get() && stream.writeQueueFull();
    } catch (IllegalStateException socketIsClosed) {
      // A WebSocket says so before it calls its close handler.
      closed();
      return false;
    }
  }

  @Override
  public void end() {
    if (silent.get()) {
      return;
    }
    if (!closed.get()) {
      stream.end();
    }
    closed();
  }

  @Override
  public void onDrain(Runnable task) {
    if (!closed.get()) {
      stream.drainHandler(ignored -> task.run());
    }
  }

  @Override
  public void onClose(Runnable task) {
    closers.add(task);
    if (closed.get()) {
      task.run();
    }
  }

  @Override
  public void after(Duration real, Runnable task) {
    long timer =
        context
            .owner()
            .setTimer(
                Math.max(1, real.toMillis()),
                id ->
                    context.executeBlocking(
                        () -> {
                          if (!closed.get()) {
                            task.run();
                          }
                          return true;
                        },
                        false));
    onClose(() -> context.owner().cancelTimer(timer));
  }
}
