package org.lazaretto.range.http;

import java.time.Duration;

/**
 * Where an answer that goes on is sent to. All but {@link #run}, {@link #onClose} and {@link
 * #after} belongs to the outlet's own thread.
 */
interface Outlet {
  /** Runs something in the outlet's own thread; may be called by any. */
  void run(Runnable task);

  /** Sends one message. */
  void send(byte[] message);

  /** Whether the client is slow and sending should wait for {@link #onDrain}. */
  boolean full();

  /** Ends the answer in good order. */
  void end();

  /** What to do whenever there is room again. */
  void onDrain(Runnable task);

  /** What to do when it is over, for whatever reason; at once if it is. */
  void onClose(Runnable task);

  /**
   * Runs something later, in a thread that may block, unless it is over by then; in real time,
   * because clients wait in it.
   */
  void after(Duration real, Runnable task);
}
