package org.lazaretto.adapter.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/** A case's journal as files of one private folder. */
final class JournalFolder implements JournalStore {
  static final String LOCK_FILE = "journal.lock";
  private static final String LINES_FILE = "journal.jsonl";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  /** What a creation leaves that was cut before the case file had its name. */
  private static final Set<String> LEFTOVERS = Set.of(LOCK_FILE, CASE_FILE + ".tmp");

  private final Path folder;
  private final Path lines;
  private final Map<Path, String> held;
  private final HeadPace head;
  private Optional<FolderLock> lock = Optional.empty();
  private Optional<LinesFile> out = Optional.empty();

  /**
   * @param pause runs a task when HEAD may be replaced again
   */
  JournalFolder(Path folder, Map<Path, String> held, Executor pause) {
    this.folder = folder;
    this.lines = folder.resolve(LINES_FILE);
    this.held = held;
    this.head = new HeadPace(new HeadFile(folder.resolve("HEAD")), pause);
  }

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public Presence presence() throws PortException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Presence.NOTHING;
    }
    if (!Files.isDirectory(folder)) {
      return Presence.SOMETHING_ELSE;
    }
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
      if (names.contains(CASE_FILE)) {
        return Presence.CASE;
      }
      return LEFTOVERS.containsAll(names) ? Presence.NOTHING : Presence.SOMETHING_ELSE;
    } catch (IOException e) {
      throw Disk.failure(folder, e);
    }
  }

  @Override
  public Optional<String> lock(String holder) throws PortException {
    try {
      Files.createDirectories(Disk.parent(folder));
      if (Files.isDirectory(folder)) {
        Disk.keepPrivate(folder);
      } else {
        Disk.folder(folder);
      }
      return switch (FolderLock.attempt(folder, holder, held)) {
        case FolderLock.Attempt.Ours(var ours) -> {
          lock = Optional.of(ours);
          yield Optional.empty();
        }
        case FolderLock.Attempt.Theirs(var theirs) -> Optional.of(theirs);
      };
    } catch (IOException e) {
      throw Disk.failure(folder, e);
    }
  }

  @Override
  public void publish(String name, byte[] bytes) throws PortException {
    requireLock();
    Path file = named(name);
    try {
      Disk.replace(file, bytes, name.endsWith(".sh") ? "rwx------" : "rw-------");
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }

  @Override
  public Optional<byte[]> published(String name) throws PortException {
    return read(named(name));
  }

  @Override
  public void append(byte[] bytes) throws PortException {
    requireLock();
    try {
      if (out.isEmpty()) {
        out = Optional.of(LinesFile.open(lines));
      }
      out.get().append(bytes);
    } catch (IOException e) {
      throw Disk.failure(lines, e);
    }
  }

  @Override
  public InputStream lines() throws PortException {
    try {
      return Files.newInputStream(lines, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return InputStream.nullInputStream();
    } catch (IOException e) {
      throw Disk.failure(lines, e);
    }
  }

  @Override
  public String setAside(long from) throws PortException {
    requireLock();
    try {
      LinesFile.requirePlain(lines);
      try (RandomAccessFile file = new RandomAccessFile(lines.toFile(), "rw")) {
        byte[] tail = new byte[Math.toIntExact(file.length() - from)];
        file.seek(from);
        file.readFully(tail);
        Path torn = freeName("torn-", ".bin");
        Disk.create(torn, tail);
        Disk.force(folder);
        file.setLength(from);
        file.getFD().sync();
        return torn.getFileName().toString();
      }
    } catch (IOException e) {
      throw Disk.failure(lines, e);
    }
  }

  private Path freeName(String before, String after) {
    int number = 1;
    while (Files.exists(folder.resolve(before + number + after), LinkOption.NOFOLLOW_LINKS)) {
      number++;
    }
    return folder.resolve(before + number + after);
  }

  @Override
  public void settleHead() throws PortException {
    requireLock();
    try {
      head.settle();
    } catch (IOException e) {
      throw Disk.failure(folder.resolve("HEAD"), e);
    }
  }

  @Override
  public void head(byte[] bytes) throws PortException {
    requireLock();
    try {
      head.replace(bytes);
    } catch (IOException e) {
      throw Disk.failure(folder.resolve("HEAD"), e);
    }
  }

  @Override
  public Optional<byte[]> head() throws PortException {
    return read(folder.resolve("HEAD"));
  }

  @Override
  public void close() {
    try {
      closeFiles();
    } catch (IOException e) {
      // Every line was forced when it was appended: closing can lose nothing that was promised.
      throw new UncheckedIOException("closing " + folder, e);
    } finally {
      out = Optional.empty();
      lock = Optional.empty();
    }
  }

  private void closeFiles() throws IOException {
    try {
      closeLines();
    } finally {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  /** HEAD ends with our lock: nothing of ours may follow once others can write. */
  private void closeLines() throws IOException {
    try {
      if (out.isPresent()) {
        out.get().close();
      }
    } finally {
      head.close();
    }
  }

  private void requireLock() {
    if (lock.isEmpty()) {
      throw new IllegalStateException("writing without the lock of " + folder);
    }
  }

  private Path named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain file name: " + name);
    }
    return folder.resolve(name);
  }

  private static Optional<byte[]> read(Path file) throws PortException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(in.readAllBytes());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }
}
