package org.lazaretto.port;

import java.io.InputStream;
import java.util.List;

/**
 * The evidence files of one case. All calls block, and fail with {@link PortException} of kind
 * LOCAL. Safe to use from several threads.
 */
public interface EvidenceStore {
  /**
   * Writes bytes read-only and durably, under no final name yet.
   *
   * @param name the file's name: letters, digits, dots and dashes
   */
  Staged stage(String name, byte[] bytes) throws PortException;

  /**
   * Gives a staged file its place, durably.
   *
   * @param folder the item's folder: letters, digits and dashes
   * @return the file's path inside the case folder
   */
  String settle(Staged staged, String folder) throws PortException;

  /** All files that are there, sorted by path. */
  List<Found> list() throws PortException;

  /** The bytes of a file that {@link #list} named. */
  InputStream read(Found file) throws PortException;

  /**
   * Moves folders that were staged or settled but are no part of the record out of the way.
   *
   * @param folder as the path of a {@link Found} names it, without {@code evidence/}
   * @return its new path inside the case folder
   */
  String setAside(String folder) throws PortException;

  /**
   * A file without its final place.
   *
   * @param handle known to the store that gave it
   * @param size bytes
   * @param sha256 of what was written, 64 hexadecimal digits
   */
  record Staged(String handle, String name, long size, String sha256) {}

  /**
   * A file that is there.
   *
   * @param path inside the case folder, such as {@code evidence/EV-0001-api-state/item.json}
   * @param size bytes
   * @param regular whether it is a plain file, not a link or anything else
   * @param writable whether its permissions let anybody write it
   */
  record Found(String path, long size, boolean regular, boolean writable) {}
}
