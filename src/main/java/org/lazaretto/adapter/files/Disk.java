package org.lazaretto.adapter.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.lazaretto.port.PortException;

/**
 * Private, durable files. Whatever is written goes through streams, not channels: an interrupt
 * closes a channel, and a cancelled step must not close the journal.
 */
final class Disk {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private Disk() {}

  static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
    return near.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  static void permit(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  /** Takes from others what they have of a folder; what its owner has stays as it is. */
  static void keepPrivate(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
      Set<PosixFilePermission> after = EnumSet.copyOf(OWNER);
      after.retainAll(before);
      if (!after.equals(before)) {
        Files.setPosixFilePermissions(folder, after);
      }
    }
  }

  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
      force(parent(folder));
    }
  }

  /** A new file of our own with these bytes, on disk; fails if something has the name. */
  static void create(Path file, byte[] bytes) throws IOException {
    Files.createFile(file, ownerOnly(file, "rw-------"));
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
  }

  /** The whole file at once, on disk under its name. */
  static void replace(Path file, byte[] bytes, String permissions) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    create(temporary, bytes);
    permit(temporary, permissions);
    rename(temporary, file);
    force(parent(file));
  }

  static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new FileSystemException(
          to.toString(), from.toString(), "this file system cannot rename at once");
    }
  }

  /** Waits until the names in a folder are on disk; an interrupt is kept for later. */
  static void force(Path folder) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException e) {
          interrupted = Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a root has no parent");
  }

  static PortException failure(Path path, IOException cause) {
    PortException failure =
        new PortException(PortException.Kind.LOCAL, path + ": " + reason(cause));
    failure.initCause(cause);
    return failure;
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException missing) {
      return Objects.requireNonNullElse(missing.getFile(), "it") + " does not exist";
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }
}
