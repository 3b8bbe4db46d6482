package org.lazaretto.ui.wizard.draft;

import org.lazaretto.plan.Protection;
import org.lazaretto.plan.Usual;

/**
 * How each wizard does what it is for. A wizard looks at its own part only.
 *
 * @param moves how clean applications are moved
 * @param protection what a cordon is made safe with
 * @param shutting how suspects are shut off
 * @param revoking what is taken from their service accounts
 * @param ending how suspects are ended
 * @param returning what stays as it is
 */
public record Means(
    Moves moves,
    Protection protection,
    Shutting shutting,
    Revoking revoking,
    Ending ending,
    Returning returning) {
  /** What the command line does too unless it is told otherwise. */
  public static Means usual(String quarantine) {
    return new Means(
        Moves.USUAL,
        Usual.PROTECTION,
        Shutting.usual(quarantine),
        Revoking.USUAL,
        Ending.USUAL,
        Returning.ALL);
  }

  /** The same moved otherwise. */
  public Means with(Moves other) {
    return new Means(other, protection, shutting, revoking, ending, returning);
  }

  /** The same made safe otherwise. */
  public Means with(Protection other) {
    return new Means(moves, other, shutting, revoking, ending, returning);
  }

  /** The same shut off otherwise. */
  public Means with(Shutting other) {
    return new Means(moves, protection, other, revoking, ending, returning);
  }

  /** The same with other things taken away. */
  public Means with(Revoking other) {
    return new Means(moves, protection, shutting, other, ending, returning);
  }

  /** The same ended otherwise. */
  public Means with(Ending other) {
    return new Means(moves, protection, shutting, revoking, other, returning);
  }

  /** The same taken back otherwise. */
  public Means with(Returning other) {
    return new Means(moves, protection, shutting, revoking, ending, other);
  }
}
