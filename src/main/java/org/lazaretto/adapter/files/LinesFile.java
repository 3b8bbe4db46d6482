package org.lazaretto.adapter.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The growing file of lines. It is written through a stream, which no interrupt can close, and
 * forced through a channel, which is opened again if an interrupt closed it: bytes that the system
 * has taken reach the disk by whichever channel asks for it.
 */
final class LinesFile implements AutoCloseable {
  private final Path file;
  private final FileOutputStream out;
  private FileChannel forcing;

  private LinesFile(Path file, FileOutputStream out, FileChannel forcing) {
    this.file = file;
    this.out = out;
    this.forcing = forcing;
  }

  static LinesFile open(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Disk.create(file, new byte[0]);
      Disk.force(Disk.parent(file));
    }
    requirePlain(file);
    FileChannel forcing = channel(file);
    return new LinesFile(file, new FileOutputStream(file.toFile(), true), forcing);
  }

  static void requirePlain(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "it is a link, not a plain file");
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns when the bytes are on disk. */
  void append(byte[] bytes) throws IOException {
    out.write(bytes);
    boolean interrupted = Thread.interrupted();
    try {
      while (!forced()) {
        interrupted |= Thread.interrupted();
        forcing = channel(file);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean forced() throws IOException {
    try {
      forcing.force(false);
      return true;
    } catch (ClosedByInterruptException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      forcing.close();
    }
  }
}
