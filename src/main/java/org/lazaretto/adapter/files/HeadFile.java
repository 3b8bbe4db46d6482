package org.lazaretto.adapter.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The head, replaced by rename after each line. */
final class HeadFile implements AutoCloseable {
  private final Path file;
  private final Path next;

  HeadFile(Path file) {
    this.file = file;
    this.next = file.resolveSibling(file.getFileName() + ".tmp");
  }

  void replace(byte[] bytes) throws IOException {
    Files.deleteIfExists(next);
    Files.createFile(next, Disk.ownerOnly(next, "rw-------"));
    try (FileOutputStream out = new FileOutputStream(next.toFile())) {
      out.write(bytes);
    }
    Disk.rename(next, file);
  }

  @Override
  public void close() {}
}
