package org.lazaretto.model;

/** Where an intruder could notice a step. */
public enum Visibility {
  NETWORK,
  PROCESS,
  FILE,
  API;

  /** The word in plans and journals. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
