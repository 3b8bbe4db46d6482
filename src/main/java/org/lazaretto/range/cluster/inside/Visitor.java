package org.lazaretto.range.cluster.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.ContainerDoor.Client;
import org.lazaretto.range.http.ContainerDoor.Ending;
import org.lazaretto.range.http.ContainerDoor.Visit;

/** A client inside a container: it hears what is written and goes when the container goes. */
final class Visitor {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final int KILLED = 137;

  private final Client client;
  private final RangeClock clock;
  private final BooleanSupplier over;
  private final AtomicBoolean here = new AtomicBoolean(true);

  Visitor(Client client, RangeClock clock, BooleanSupplier over) {
    this.client = client;
    this.clock = clock;
    this.over = over;
    look();
  }

  /** Every now and then, whether the container still runs. */
  private void look() {
    clock.after(
        LOOK,
        () -> {
          if (here.get() && over.getAsBoolean()) {
            end(KILLED);
          } else if (here.get()) {
            look();
          }
        });
  }

  boolean isHere() {
    return here.get();
  }

  Cancellable after(Duration time, Runnable task) {
    return clock.after(
        time,
        () -> {
          if (here.get()) {
            task.run();
          }
        });
  }

  /** Writes; a terminal wants a carriage return before each new line. */
  void out(byte[] bytes, boolean tty) {
    if (bytes.length > 0) {
      client.out(tty ? returned(bytes) : bytes);
    }
  }

  void err(byte[] bytes, boolean tty) {
    if (bytes.length > 0) {
      client.err(tty ? returned(bytes) : bytes);
    }
  }

  private static byte[] returned(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  void show(String text) {
    client.out(text.getBytes(StandardCharsets.UTF_8));
  }

  void end(int code) {
    if (here.compareAndSet(true, false)) {
      client.end(new Ending.Exited(code));
    }
  }

  void fail(String message) {
    if (here.compareAndSet(true, false)) {
      client.end(new Ending.Failed(message));
    }
  }

  void leave() {
    here.set(false);
  }

  /** A visit that is over. */
  static Visit gone() {
    return new Visit() {
      @Override
      public void input(byte[] bytes) {}

      @Override
      public void inputEnds() {}

      @Override
      public void resize(int columns, int rows) {}

      @Override
      public void leave() {}
    };
  }
}
