package org.lazaretto.session;

import java.util.concurrent.ExecutorService;
import org.lazaretto.execute.Waiter;
import org.lazaretto.journal.Author;
import org.lazaretto.journal.CaseClock;

/**
 * What the machine gives to a session.
 *
 * @param author who works here
 * @param time wall and monotonic clock
 * @param waiter how a run pauses before it looks or tries again
 * @param workers runs what may run at once; its tasks block
 */
public record Workplace(Author author, CaseClock time, Waiter waiter, ExecutorService workers) {
  /** A workplace where a pause takes as long as it says. */
  public Workplace(Author author, CaseClock time, ExecutorService workers) {
    this(author, time, Waiter.real(), workers);
  }

  /** The time of day. */
  public java.time.InstantSource clock() {
    return time.wall();
  }

  /** The same workplace with another person at the keyboard. */
  public Workplace by(String operator) {
    return new Workplace(
        new Author(operator, author.osUser(), author.host(), author.pid(), author.productVersion()),
        time,
        waiter,
        workers);
  }
}
