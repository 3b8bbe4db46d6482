package org.lazaretto.execute;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/**
 * Time, threads and chance of a run, given from outside.
 *
 * @param clock the workstation's clock
 * @param waiter how to wait
 * @param executor runs what may run at once; its tasks block
 * @param jitter numbers from 0 to 1 that spread repeated requests
 * @param patience how long to wait for what
 * @param inFlight how many changes may be under way at once
 */
public record Timing(
    InstantSource clock,
    Waiter waiter,
    Executor executor,
    DoubleSupplier jitter,
    Patience patience,
    int inFlight) {
  /** How many changes are under way at once unless said otherwise. */
  public static final int USUAL_IN_FLIGHT = 16;
}
