package org.lazaretto.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where reports go. A file gets its name when all of it is on disk, so that a full disk leaves no
 * half of a report.
 *
 * @param folder made if it is missing
 * @param stem the files' name before the dot
 * @param called the folder's name in the journal; empty, or with a slash at its end
 * @param secret whether folder and files are made for this account alone
 */
record ReportPlace(Path folder, String stem, String called, boolean secret) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** A folder that the responder named. */
  static ReportPlace named(Path folder) {
    return new ReportPlace(folder, "report", "", false);
  }

  /** The folder {@code reports} of a case; each making has files of its own. */
  static ReportPlace inCase(Path folder, Instant moment) {
    Path reports = folder.resolve("reports");
    String stem = "report-" + MOMENT.format(moment);
    int number = 2;
    String free = stem;
    while (taken(reports, free)) {
      free = stem + "-" + number++;
    }
    return new ReportPlace(reports, free, "reports/", true);
  }

  private static boolean taken(Path reports, String stem) {
    return java.util.stream.Stream.of("html", "md", "json")
        .anyMatch(e -> Files.exists(reports.resolve(stem + "." + e), LinkOption.NOFOLLOW_LINKS));
  }

  Path write(String extension, String text) throws IOException {
    Files.createDirectories(folder, privately("rwx------"));
    Path file = folder.resolve(stem + "." + extension);
    Path half = Files.createTempFile(folder, ".writing-", ".tmp", privately("rw-------"));
    try {
      fill(half, text);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
    return file;
  }

  private static void fill(Path file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }

  private FileAttribute<?>[] privately(String permissions) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return secret && posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
