package org.lazaretto.port;

import java.util.Optional;

/** Where the user's settings are kept, readable by the user alone. All calls block. */
public interface SettingsStore {
  /** Where that is, for a person. */
  String place();

  /**
   * What was written last; empty if nothing ever was.
   *
   * @throws PortException LOCAL if it is there and cannot be read
   */
  Optional<byte[]> read() throws PortException;

  /**
   * Replaces what was written, whole or not at all.
   *
   * @throws PortException LOCAL if the disk refuses; what was there still is
   */
  void write(byte[] bytes) throws PortException;

  /**
   * Takes what was written out of the way without losing it.
   *
   * @return where it is kept now
   * @throws PortException LOCAL if the disk refuses; what was there still is
   */
  String setAside() throws PortException;
}
