package org.lazaretto.ui.verify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lazaretto.journal.Verification;
import org.lazaretto.journal.VerificationWatch;
import org.lazaretto.session.Dossier;
import org.lazaretto.session.SessionException;

/**
 * The case that is verified.
 *
 * @param folder where it is
 * @param lines how many lines its journal has, as far as is known; 0 if nothing is known
 * @param check verifies it; blocks
 */
public record Subject(Path folder, LongSupplier lines, Check check) {
  /** Verifies. */
  @FunctionalInterface
  public interface Check {
    /**
     * Checks every line, every evidence file and the head.
     *
     * @return empty if the watch did not want it to its end
     */
    Optional<Verification> verify(VerificationWatch watch) throws SessionException;
  }

  /** A case that is open, to be written or to be read. */
  public static Subject of(Dossier dossier) {
    return new Subject(dossier.folder(), () -> dossier.lines().size(), dossier::verify);
  }
}
