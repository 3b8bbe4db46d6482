package org.lazaretto.plan;

import java.util.Locale;

/** How suspects are ended. */
public enum Disposal {
  /** The suspects alone; what owns them starts others (T-10). */
  PODS,
  /** What owns them is deleted and leaves its pods behind; then the suspects. */
  ORPHAN,
  /** What owns them is deleted, with all of its pods. */
  FOREGROUND,
  /** What owns them is scaled to 0, which ends all of its pods. */
  SCALE;

  /** The word on the command line and in plans. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As on the command line. */
  @Override
  public String toString() {
    return word();
  }
}
