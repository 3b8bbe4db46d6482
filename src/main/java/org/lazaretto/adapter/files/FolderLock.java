package org.lazaretto.adapter.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The single writer of a case folder: a lock of the operating system, which ends with the process.
 *
 * <p>Closing any channel of the file gives up the process's lock (fcntl), so within one process the
 * file must not even be opened twice: the folders held here are known to {@link CaseFolders}.
 */
final class FolderLock implements AutoCloseable {
  private static final int LONGEST_HOLDER = 1000;

  /** Far behind the holder's name, so that who comes second can read it where locks are strict. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  private final FileChannel channel;
  private final Path folder;
  private final Map<Path, String> held;

  private FolderLock(FileChannel channel, Path folder, Map<Path, String> held) {
    this.channel = channel;
    this.folder = folder;
    this.held = held;
  }

  /** What came of trying. */
  sealed interface Attempt {
    /** We are the writer. */
    record Ours(FolderLock lock) implements Attempt {}

    /** Somebody else is. */
    record Theirs(String holder) implements Attempt {}
  }

  static Attempt attempt(Path folder, String holder, Map<Path, String> held) throws IOException {
    Path real = folder.toRealPath();
    Optional<String> inThisProcess = Optional.ofNullable(held.putIfAbsent(real, holder));
    if (inThisProcess.isPresent()) {
      return new Attempt.Theirs(inThisProcess.get() + ", in this very program");
    }
    boolean ours = false;
    try {
      Attempt attempt = lockFile(real, holder, held);
      ours = attempt instanceof Attempt.Ours;
      return attempt;
    } finally {
      if (!ours) {
        held.remove(real);
      }
    }
  }

  private static Attempt lockFile(Path folder, String holder, Map<Path, String> held)
      throws IOException {
    Path file = folder.resolve(JournalFolder.LOCK_FILE);
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS),
            Disk.ownerOnly(file, "rw-------"));
    boolean ours = false;
    try {
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isEmpty()) {
        return new Attempt.Theirs(holderIn(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
      ours = true;
      return new Attempt.Ours(new FolderLock(channel, folder, held));
    } finally {
      if (!ours) {
        channel.close();
      }
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(POSITION, 1, false));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static String holderIn(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_HOLDER);
    channel.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    String shown = text.replaceAll("\\p{C}", " ").strip();
    return shown.isEmpty() ? "another program" : shown;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      held.remove(folder);
    }
  }
}
