package org.lazaretto.port;

import java.io.InputStream;
import java.util.Optional;

/**
 * The files of one case: its header, its lines, its head. Reading needs no lock; every method that
 * writes needs {@link #lock}. All calls block, and fail with {@link PortException} of kind LOCAL.
 * Not safe for several writing threads at once; an interrupt of the calling thread does not break
 * what it writes.
 */
public interface JournalStore extends AutoCloseable {
  /** The one file that makes a folder a case. */
  String CASE_FILE = "case.json";

  /** Where the case is, for a person. */
  String place();

  /** What is there. */
  Presence presence() throws PortException;

  /**
   * Becomes the only writer, creating the folder if it is missing. It lasts until {@link #close} or
   * the end of the process, however that comes.
   *
   * @param holder who we are, told to who comes second
   * @return empty if we hold it now; else what is known of who does
   */
  Optional<String> lock(String holder) throws PortException;

  /** Writes a whole file durably: nobody ever sees half of it. */
  void publish(String name, byte[] bytes) throws PortException;

  /** The bytes of a published file, empty if there is none. */
  Optional<byte[]> published(String name) throws PortException;

  /**
   * Appends bytes to the lines and returns when they are on disk. After a failure part of them may
   * be there.
   */
  void append(byte[] bytes) throws PortException;

  /** All lines as they are, from the first byte; empty if there are none yet. */
  InputStream lines() throws PortException;

  /**
   * Moves what stands after a position of the lines into a file of its own, durably.
   *
   * @param from the first byte that goes
   * @return the file's name
   */
  String setAside(long from) throws PortException;

  /**
   * Replaces the head without waiting for the disk: a crash may leave an older one. Of many heads
   * in a few milliseconds not each needs to be written; the last is, soon and at the latest by
   * {@link #close}. A failure that comes later is told by the next call.
   */
  void head(byte[] bytes) throws PortException;

  /**
   * Brings the head up to date now, for who is about to compare it with the lines. A store that
   * replaces it at once has nothing to do.
   */
  default void settleHead() throws PortException {}

  /** The head, empty if there is none. */
  Optional<byte[]> head() throws PortException;

  /** Brings the head up to date if it can, and gives up the lock; what was appended stays. */
  @Override
  void close();

  /** What a folder holds. */
  enum Presence {
    /** No folder, or nothing in it. */
    NOTHING,
    /** A case. */
    CASE,
    /** Something that is no case: not to be touched. */
    SOMETHING_ELSE
  }
}
