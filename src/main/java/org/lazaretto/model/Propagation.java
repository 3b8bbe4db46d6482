package org.lazaretto.model;

/** What becomes of the objects that a deleted object owns. */
public enum Propagation {
  /** They go first, then their owner. */
  FOREGROUND("Foreground"),
  /** Their owner goes first. */
  BACKGROUND("Background"),
  /** They stay and lose their owner. */
  ORPHAN("Orphan");

  private final String word;

  Propagation(String word) {
    this.word = word;
  }

  /** The API's word. */
  public String word() {
    return word;
  }
}
