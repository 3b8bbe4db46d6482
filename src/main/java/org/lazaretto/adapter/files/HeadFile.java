package org.lazaretto.adapter.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The head, replaced by rename, cheaply. A fresh file for each head makes the file system allocate
 * and free a block every time, and halves the rate of lines; so two files take turns: the one that
 * is not HEAD is written in place, then linked and renamed over HEAD. What a crash can leave is an
 * older head, never one ahead of the lines: each is written only after its line is on disk.
 */
final class HeadFile implements AutoCloseable {
  private final Path file;
  private final Path temporary;
  private Optional<Turns> turns = Optional.empty();
  private boolean linking = true;

  HeadFile(Path file) {
    this.file = file;
    this.temporary = sibling(".tmp");
  }

  private record Turn(Path path, RandomAccessFile open) {}

  private record Turns(Turn next, Turn last) {
    Turns swapped() {
      return new Turns(last, next);
    }
  }

  void replace(byte[] bytes) throws IOException {
    if (linking) {
      Turns open = turns.isPresent() ? turns.get() : begin();
      open.next().open().seek(0);
      open.next().open().write(bytes);
      linking = link(open.next().path());
      turns = Optional.of(open.swapped());
    }
    if (!linking) {
      Files.deleteIfExists(temporary);
      Disk.create(temporary, bytes);
    }
    Disk.rename(temporary, file);
  }

  /** Whether the file system has links; where it has none, each head is a file of its own. */
  private boolean link(Path next) throws IOException {
    try {
      Files.createLink(temporary, next);
      return true;
    } catch (UnsupportedOperationException e) {
      return false;
    } catch (FileSystemException e) {
      if (Files.exists(temporary)) {
        throw e;
      }
      return false;
    }
  }

  /** A killed program leaves its files; heads only grow, so new ones are never too long. */
  private Turns begin() throws IOException {
    Files.deleteIfExists(temporary);
    Turns begun = new Turns(turn("-a.tmp"), turn("-b.tmp"));
    turns = Optional.of(begun);
    return begun;
  }

  private Turn turn(String ending) throws IOException {
    Path path = sibling(ending);
    Files.deleteIfExists(path);
    Disk.create(path, new byte[0]);
    return new Turn(path, new RandomAccessFile(path.toFile(), "rw"));
  }

  private Path sibling(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  @Override
  public void close() throws IOException {
    if (turns.isPresent()) {
      Turns open = turns.get();
      turns = Optional.empty();
      end(open.next());
      end(open.last());
    }
  }

  private static void end(Turn turn) throws IOException {
    turn.open().close();
    Files.deleteIfExists(turn.path());
  }
}
