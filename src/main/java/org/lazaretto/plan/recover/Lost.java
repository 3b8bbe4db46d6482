package org.lazaretto.plan.recover;

/**
 * A step of a case that no plan takes back.
 *
 * @param line the journal line of the intent
 * @param title the step's title
 * @param stands whether its change still stands, and only what takes it back cannot be read, since
 *     the journal masked a part of it as a secret; otherwise what it ended does not come back
 */
public record Lost(long line, String title, boolean stands) {
  /** A step that ended something for good. */
  public Lost(long line, String title) {
    this(line, title, false);
  }
}
