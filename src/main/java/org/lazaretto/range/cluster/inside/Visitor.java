package org.lazaretto.range.cluster.inside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.clock.RangeClock;
import org.lazaretto.range.http.ContainerDoor.Client;
import org.lazaretto.range.http.ContainerDoor.Ending;

/**
 * A client inside a container: it hears what is written and goes when the container goes. While the
 * node is cut off nothing passes either way; what was on its way arrives when the node is back, or
 * the connection is given up.
 */
final class Visitor {
  /** How long TCP keeps a connection on which nobody answers: its probes of an API server's. */
  static final Duration GIVES_UP = Duration.ofMinutes(5);

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int MOST_HELD = 1000;

  private final Client client;
  private final RangeClock clock;
  private final Place place;
  private final AtomicBoolean here = new AtomicBoolean(true);
  private final Deque<Runnable> held = new ArrayDeque<>();
  private Optional<Instant> silentSince = Optional.empty();

  /** Where the client is. */
  interface Place {
    /** Whether the container has ended, as far as anybody knows. */
    boolean isOver();

    /** Whether its node can be heard. */
    boolean answers();

    /** The code with which a client leaves that is there when the container ends. */
    int endsWith();

    /** What is said when the connection is given up. */
    String lost();
  }

  Visitor(Client client, RangeClock clock, Place place) {
    this.client = client;
    this.clock = clock;
    this.place = place;
    look();
  }

  /** Every now and then, whether the container still runs and can be heard. */
  private void look() {
    clock.after(
        LOOK,
        () -> {
          if (here.get()) {
            seen();
          }
          if (here.get()) {
            look();
          }
        });
  }

  private void seen() {
    if (!place.answers()) {
      if (isGivenUp() && here.compareAndSet(true, false)) {
        client.end(new Ending.Failed(place.lost()));
      }
      return;
    }
    arrive();
    if (place.isOver()) {
      end(place.endsWith());
    }
  }

  private synchronized boolean isGivenUp() {
    Instant since = silentSince.orElseGet(clock::now);
    silentSince = Optional.of(since);
    return !since.plus(GIVES_UP).isAfter(clock.now());
  }

  private void arrive() {
    while (place.answers()) {
      Optional<Runnable> next = nextHeld();
      if (next.isEmpty()) {
        return;
      }
      next.get().run();
    }
  }

  private synchronized Optional<Runnable> nextHeld() {
    silentSince = Optional.empty();
    return Optional.ofNullable(held.poll());
  }

  /** Does what takes a message over the wire: now, or when the node can be heard again. */
  void pass(Runnable task) {
    if (isHeld(task)) {
      return;
    }
    arrive();
    task.run();
  }

  private synchronized boolean isHeld(Runnable task) {
    boolean silent = !place.answers();
    if (silent && held.size() < MOST_HELD) {
      held.add(task);
    }
    return silent;
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
      pass(() -> client.out(tty ? returned(bytes) : bytes));
    }
  }

  void err(byte[] bytes, boolean tty) {
    if (bytes.length > 0) {
      pass(() -> client.err(tty ? returned(bytes) : bytes));
    }
  }

  private static byte[] returned(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  void show(String text) {
    pass(() -> client.out(text.getBytes(StandardCharsets.UTF_8)));
  }

  void end(int code) {
    pass(() -> {
      if (here.compareAndSet(true, false)) {
        client.end(new Ending.Exited(code));
      }
    });
  }

  void fail(String message) {
    if (here.compareAndSet(true, false)) {
      client.end(new Ending.Failed(message));
    }
  }

  void leave() {
    here.set(false);
  }
}
