package org.lazaretto.plan;

import java.util.Locale;

/** What somebody does to a container on its node. */
public enum NodeDeed {
  /** Told to end, and killed after a while. */
  STOP,
  /** Killed at once: what runs in it cannot clean up behind itself. */
  KILL,
  /** Killed and removed, with its writable layer. */
  REMOVE,
  /** Its processes are frozen; nothing of it is lost as long as nobody restarts it. */
  PAUSE,
  /** What was frozen goes on where it stood. */
  RESUME;

  /** Whether nothing ends by it: the container and all that is in it stay. */
  public boolean keeps() {
    return this == PAUSE || this == RESUME;
  }

  /** The word on the command line and in plans. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
