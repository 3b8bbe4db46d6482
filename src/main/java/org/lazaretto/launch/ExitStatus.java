package org.lazaretto.launch;

/** The exit statuses of the command line. */
final class ExitStatus {
  /** It holds. */
  static final int HOLDS = 0;

  /** A step failed, a verification does not hold or could not be made, a chain is broken. */
  static final int FAILED = 1;

  /** Wrong usage. */
  static final int USAGE = 2;

  /** Not reachable, not permitted, not available here, locked, or of a newer version. */
  static final int UNAVAILABLE = 3;

  /** Held: an approval or waiver is missing, plan or cluster has changed, another cluster. */
  static final int HELD = 4;

  /** Outcome unknown: read the journal. */
  static final int UNKNOWN = 5;

  private ExitStatus() {}
}
