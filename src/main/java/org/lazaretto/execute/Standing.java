package org.lazaretto.execute;

/** Where a step stands when its run is over. */
public enum Standing {
  /** Its effect was proven by a fresh read. */
  HOLDS,
  /** It only reads, and could not read: said as a gap, the run goes on. */
  GAP,
  /** It failed, or its effect is not there, or could not be proven. */
  BROKEN,
  /** It was sent, no answer came, and no read proved its effect. */
  UNCERTAIN,
  /** The cluster could not be reached or did not permit it; nothing was changed. */
  NO_ACCESS,
  /** It was never sent. */
  NOT_STARTED
}
