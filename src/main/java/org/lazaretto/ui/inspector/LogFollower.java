package org.lazaretto.ui.inspector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.lazaretto.observe.Detail;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;

/**
 * Reads a log as it grows, on a thread of its own, until it ends or is closed. A connection that
 * breaks is told and made again.
 */
final class LogFollower implements AutoCloseable {
  private static final int LONGEST_PAUSE = 30;

  private final Source source;
  private final LogBuffer buffer;
  private final Runnable changed;
  private final Resumption resumption = new Resumption();
  private final AtomicReference<LogState> state = new AtomicReference<>(new LogState.Opening());
  private final AtomicReference<Optional<InputStream>> open =
      new AtomicReference<>(Optional.empty());
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Opens the log. */
  @FunctionalInterface
  interface Source {
    /** The log from its last lines on; blocks. */
    Detail<InputStream> open();
  }

  /**
   * A follower that has not begun.
   *
   * @param changed hears that there is something new, on the thread that reads
   */
  LogFollower(Source source, LogBuffer buffer, Runnable changed) {
    this.source = source;
    this.buffer = buffer;
    this.changed = changed;
  }

  /** Reads until the end. Blocks. */
  LogState read() throws InterruptedException {
    int pause = 1;
    while (!isClosed()) {
      Optional<String> broken = readOnce();
      if (broken.isEmpty()) {
        return state.get();
      }
      pause =
          state.getAndSet(new LogState.Broken(broken.get())) instanceof LogState.Following
              ? 1
              : Math.min(2 * pause, LONGEST_PAUSE);
      changed.run();
      if (closed.await(pause, TimeUnit.SECONDS)) {
        break;
      }
    }
    return state.get();
  }

  /** Why it has to be tried again; empty if it has ended for good. */
  private Optional<String> readOnce() {
    return switch (source.open()) {
      case Detail.Read(var stream) -> follow(stream);
      case Detail.Gone(_) -> end(new LogState.Gone());
      case Detail.Denied(var reason) -> end(new LogState.Denied(reason));
      case Detail.Unavailable(var code, var reason) ->
          resumption.begun()
              ? Optional.of(reason)
              : end(new LogState.Failed(new Failure("LZ-" + code, reason, "")));
    };
  }

  private Optional<String> follow(InputStream stream) {
    open.set(Optional.of(stream));
    try (stream) {
      if (isClosed()) {
        return Optional.empty();
      }
      if (state.getAndSet(new LogState.Following()) instanceof LogState.Broken(var reason)) {
        buffer.add("", Texts.of("inspector.log.again", reason), true);
      }
      changed.run();
      LineCutter lines = new LineCutter(stream);
      for (Optional<LineCutter.Cut> cut = lines.next(); cut.isPresent(); cut = lines.next()) {
        take(LogLine.of(cut.get()));
      }
      return end(new LogState.Ended());
    } catch (IOException broken) {
      return isClosed() ? Optional.empty() : Optional.of(String.valueOf(broken.getMessage()));
    } finally {
      open.set(Optional.empty());
    }
  }

  private void take(LogLine line) {
    if (resumption.isNew(line)) {
      String time = line.at().map(Times::exact).orElse("");
      buffer.add(time, Lines.visible(line.text(), line.bytes()), false);
      changed.run();
    }
  }

  private Optional<String> end(LogState how) {
    state.set(how);
    changed.run();
    return Optional.empty();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** How it goes; from any thread. */
  LogState state() {
    return state.get();
  }

  /** Ends the reading and the connection; from any thread. */
  @Override
  public void close() {
    closed.countDown();
    Optional<InputStream> stream = open.get();
    try {
      if (stream.isPresent()) {
        stream.get().close();
      }
    } catch (IOException alreadyBroken) {
      state.set(new LogState.Idle());
    }
  }
}
