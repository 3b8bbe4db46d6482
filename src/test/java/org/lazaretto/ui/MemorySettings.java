package org.lazaretto.ui;

import java.util.Optional;
import org.lazaretto.port.PortException;
import org.lazaretto.port.SettingsStore;

/** Settings that are kept in memory. */
final class MemorySettings implements SettingsStore {
  /** Why nothing is taken any more. */
  Optional<PortException> refusal = Optional.empty();

  private Optional<byte[]> bytes = Optional.empty();

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public synchronized Optional<byte[]> read() {
    return bytes.map(byte[]::clone);
  }

  @Override
  public synchronized void write(byte[] written) throws PortException {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    bytes = Optional.of(written.clone());
  }

  @Override
  public synchronized String setAside() {
    bytes = Optional.empty();
    return "memory, aside";
  }
}
