package org.lazaretto.launch;

import java.util.Locale;

/** Whether something is done that can be done or left. */
enum Choice {
  YES,
  NO;

  static Choice of(boolean done) {
    return done ? YES : NO;
  }

  boolean yes() {
    return this == YES;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
