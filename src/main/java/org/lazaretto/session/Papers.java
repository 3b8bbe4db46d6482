package org.lazaretto.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.plan.json.PlanFormatException;
import org.lazaretto.plan.json.PlanJson;

/**
 * The plans that were handed over in a case.
 *
 * @param plans the one written last first
 * @param unreadable names of files that should hold a plan and do not
 */
public record Papers(List<HandedOver> plans, List<String> unreadable) {
  private static final long LARGEST = 64L << 20;

  /** Copies what it is given. */
  public Papers {
    plans = List.copyOf(plans);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads them.
   *
   * @param reports the case's folder of reports; need not exist
   * @throws SessionException UNAVAILABLE if it cannot be read
   */
  static Papers in(Path reports, List<JournalLine> journal) throws SessionException {
    List<HandedOver> plans = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    try {
      for (Path file : files(reports)) {
        try {
          String text = Files.readString(file, StandardCharsets.UTF_8);
          plans.add(HandedOver.of(PlanJson.read(text), journal));
        } catch (PlanFormatException | IOException damaged) {
          unreadable.add(String.valueOf(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw SessionException.unchanged(
          SessionException.Kind.UNAVAILABLE,
          "The folder " + reports + " cannot be read (" + e.getMessage() + ")",
          "Make it readable.");
    }
    return new Papers(plans, unreadable);
  }

  private static List<Path> files(Path reports) throws IOException {
    if (!Files.isDirectory(reports, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(reports)) {
      for (Path file : all.toList()) {
        if (String.valueOf(file.getFileName()).matches("hand-over-[a-z]+-[0-9a-f]+\\.json")
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) <= LARGEST) {
          found.add(file);
        }
      }
    }
    found.sort(Comparator.comparingLong(Papers::written).reversed());
    return found;
  }

  private static long written(Path file) {
    return file.toFile().lastModified();
  }
}
