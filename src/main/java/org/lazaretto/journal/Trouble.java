package org.lazaretto.journal;

import java.io.IOException;
import org.lazaretto.journal.JournalException.Kind;
import org.lazaretto.port.PortException;

/** What is said when a case cannot be used: what happened, what was changed, what to do. */
final class Trouble {
  private Trouble() {}

  static JournalException locked(String place, String holder) {
    return new JournalException(
        Kind.LOCKED,
        "The case in %s is being written by %s. Nothing was changed. End that program, or wait for it, and try again."
            .formatted(place, holder));
  }

  static JournalException noCase(String place) {
    return new JournalException(
        Kind.UNREADABLE,
        "There is no case in %s. Nothing was changed. Check the path, or make a case there first."
            .formatted(place));
  }

  static JournalException foreign(String place) {
    return new JournalException(
        Kind.UNREADABLE,
        "%s holds other files and no case. Nothing was changed. Choose a new or an empty folder."
            .formatted(place));
  }

  static JournalException exists(String place) {
    return new JournalException(
        Kind.UNWRITABLE,
        "There is a case in %s already. Nothing was changed. Open it, or choose another folder."
            .formatted(place));
  }

  static JournalException damaged(String place, String how) {
    return new JournalException(
        Kind.DAMAGED,
        "The case in %s is damaged: %s. Nothing was changed. Keep the folder as it is, see what verification says, and start another case."
            .formatted(place, how));
  }

  static JournalException newer(String place, String how) {
    return new JournalException(
        Kind.NEWER_VERSION,
        "The case in %s was written by a newer version: %s. Nothing was changed. Use the newer version."
            .formatted(place, how));
  }

  static JournalException unreadable(String place, PortException cause) {
    return caused(
        Kind.UNREADABLE,
        "The case in %s cannot be read (%s). Nothing was changed. Make its files readable and try again."
            .formatted(place, cause.getMessage()),
        cause);
  }

  static JournalException unreadable(String place, IOException cause) {
    return caused(
        Kind.UNREADABLE,
        "The case in %s cannot be read (%s). Nothing was changed. Check the disk and try again."
            .formatted(place, cause),
        cause);
  }

  static JournalException notStarted(String place, PortException cause) {
    return caused(
        Kind.UNWRITABLE,
        "The case in %s cannot be written (%s). Nothing was sent to a cluster. Make the folder writable, or choose another."
            .formatted(place, cause.getMessage()),
        cause);
  }

  static JournalException notKept(String place, PortException cause) {
    return caused(
        Kind.UNWRITABLE,
        "The evidence could not be kept in %s (%s); it is not part of the case. Free space on the disk and take it again."
            .formatted(place, cause.getMessage()),
        cause);
  }

  static JournalException stopped(String place, String why) {
    return new JournalException(
        Kind.UNWRITABLE,
        "The journal in %s can no longer be written (%s). This line does not count, and nothing more may be sent to a cluster. Free space on the disk and open the case again: what was written so far is kept."
            .formatted(place, why));
  }

  private static JournalException caused(Kind kind, String message, Exception cause) {
    JournalException trouble = new JournalException(kind, message);
    trouble.initCause(cause);
    return trouble;
  }
}
