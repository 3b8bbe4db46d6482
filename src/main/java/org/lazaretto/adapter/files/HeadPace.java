package org.lazaretto.adapter.files;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The head, replaced at once after a quiet moment and not for every line of a burst: there the last
 * one follows at the end of each pause. It is only ever given heads of lines that are on disk, and
 * takes them in their order, so it can be behind the lines and never ahead.
 */
final class HeadPace implements AutoCloseable {
  private final HeadFile file;
  private final Executor pause;
  private final ReentrantLock turn = new ReentrantLock();

  // Guarded by turn.
  private Optional<byte[]> latest = Optional.empty();
  private Optional<IOException> failure = Optional.empty();
  private boolean pausing;

  /**
   * @param pause runs a task when a pause is over; one that runs it at once paces nothing
   */
  HeadPace(HeadFile file, Executor pause) {
    this.file = file;
    this.pause = pause;
  }

  /** Fails if this head could not be written, or one that followed since the last call. */
  void replace(byte[] bytes) throws IOException {
    turn.lock();
    try {
      if (failure.isPresent()) {
        throw failure.get();
      }
      latest = Optional.of(bytes);
      if (!pausing) {
        follow();
      }
    } finally {
      turn.unlock();
    }
  }

  /** Writes the head that waits for the end of a pause, if one does. */
  void settle() throws IOException {
    turn.lock();
    try {
      if (latest.isPresent()) {
        file.replace(latest.get());
        latest = Optional.empty();
      }
    } finally {
      turn.unlock();
    }
  }

  private void follow() throws IOException {
    if (latest.isPresent()) {
      file.replace(latest.get());
      latest = Optional.empty();
      pausing = true;
      pause.execute(this::resume);
    }
  }

  private void resume() {
    turn.lock();
    try {
      pausing = false;
      follow();
    } catch (IOException e) {
      failure = Optional.of(e);
    } finally {
      turn.unlock();
    }
  }

  /** Brings the head up to date; where the disk refuses, it stays behind and an opening tells. */
  @Override
  public void close() throws IOException {
    turn.lock();
    try {
      last();
      file.close();
    } finally {
      failure = Optional.empty();
      turn.unlock();
    }
  }

  private void last() {
    try {
      if (latest.isPresent()) {
        file.replace(latest.get());
      }
    } catch (IOException _) {
      // No line is lost: each was on disk before its head came here.
    } finally {
      latest = Optional.empty();
    }
  }
}
