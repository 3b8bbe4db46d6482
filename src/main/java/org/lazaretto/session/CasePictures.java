package org.lazaretto.session;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lazaretto.execute.Pictures;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.port.EvidenceStore;
import org.lazaretto.port.PortException;
import org.lazaretto.report.CasePicture;

/** Reads the pictures of a case for its report; one that was changed is not read into it. */
final class CasePictures {
  /** Far more than a picture of the map has. */
  private static final long MOST_BYTES = 8L << 20;

  private CasePictures() {}

  static List<CasePicture> read(EvidenceStore store, List<JournalLine> lines) {
    List<EvidenceItem> items =
        lines.stream()
            .map(JournalLine::entry)
            .filter(Entry.EvidenceTaken.class::isInstance)
            .map(entry -> ((Entry.EvidenceTaken) entry).item())
            .filter(item -> item.draft().mediaType().equals(Pictures.PNG))
            .toList();
    if (items.isEmpty()) {
      return List.of();
    }
    Map<String, EvidenceStore.Found> files = files(store);
    return items.stream()
        .map(item ->
            new CasePicture(
                item,
                Optional.ofNullable(files.get(item.file()))
                    .filter(file -> file.regular() && file.size() == item.size())
                    .flatMap(file -> bytes(store, file))
                    .filter(png -> sha256(png).equals(item.sha256()))))
        .toList();
  }

  private static Map<String, EvidenceStore.Found> files(EvidenceStore store) {
    try {
      return store.list().stream()
          .collect(Collectors.toMap(EvidenceStore.Found::path, Function.identity()));
    } catch (PortException e) {
      return Map.of();
    }
  }

  private static Optional<byte[]> bytes(EvidenceStore store, EvidenceStore.Found file) {
    if (file.size() > MOST_BYTES) {
      return Optional.empty();
    }
    try (InputStream in = store.read(file)) {
      return Optional.of(in.readNBytes((int) MOST_BYTES));
    } catch (PortException | IOException e) {
      return Optional.empty();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
