package org.lazaretto.launch;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.json.PlanFormatException;
import org.lazaretto.plan.json.PlanJson;
import org.lazaretto.session.SessionException;
import org.lazaretto.session.SessionException.Kind;

/** Writes a plan as {@code plan} makes it, and reads it. */
final class PlanFile {
  private PlanFile() {}

  /**
   * Writes a plan; a new file is for this account alone. The former values of fields stand in it,
   * and what an intruder or an operator has put into an annotation may be a secret.
   */
  static void write(Path file, String text) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && !Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }

  /** The plan; USAGE, UNAVAILABLE or HELD if it is none, of another version, or was edited. */
  static Plan read(Path file) throws SessionException {
    try {
      return PlanJson.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new SessionException(Kind.USAGE, "There is no file " + file + ". Nothing was changed.");
    } catch (MalformedInputException e) {
      throw new SessionException(Kind.USAGE, file + " is no plan: it is not UTF-8 text.");
    } catch (IOException e) {
      throw new SessionException(
          Kind.UNAVAILABLE, file + " cannot be read: " + e.getMessage() + ". Nothing was changed.");
    } catch (PlanFormatException e) {
      throw new SessionException(kind(e), file + ": " + e.getMessage() + " Nothing was changed.");
    }
  }

  private static Kind kind(PlanFormatException e) {
    return switch (e.kind()) {
      case NOT_A_PLAN -> Kind.USAGE;
      case OTHER_VERSION -> Kind.UNAVAILABLE;
      case EDITED -> Kind.HELD;
    };
  }
}
