package org.lazaretto.range.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.lazaretto.range.clock.Cancellable;
import org.lazaretto.range.store.Stored;

/** Where the logs of containers come from. Called by many threads. */
public interface LogSource {
  /**
   * One line that a container wrote.
   *
   * @param at when
   * @param text without the end of line
   */
  record Line(Instant at, String text) {}

  /**
   * What a container has written so far.
   *
   * @param lines oldest first
   * @param next the number of the line that comes next, counted since the container began
   */
  record Written(List<Line> lines, long next) {
    /** Copies the lines. */
    public Written {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The log of a container of a pod that has such a container.
   *
   * @param previous of the instance before the last restart
   * @throws org.lazaretto.range.store.ApiProblem 400 if there is none, in a real server's words
   */
  Written written(Stored pod, String container, boolean previous);

  /**
   * Tells of each line from a number on, the next one first, until the container has ended.
   *
   * @param listener gets the lines in order; must not block
   * @param ended called once, after the last line
   * @return ends it earlier
   */
  Cancellable follow(
      Stored pod, String container, long from, Consumer<Line> listener, Runnable ended);

  /** No container has written anything. */
  static LogSource silent() {
    return new LogSource() {
      @Override
      public Written written(Stored pod, String container, boolean previous) {
        return new Written(List.of(), 0);
      }

      @Override
      public Cancellable follow(
          Stored pod, String container, long from, Consumer<Line> listener, Runnable ended) {
        ended.run();
        return () -> {};
      }
    };
  }
}
