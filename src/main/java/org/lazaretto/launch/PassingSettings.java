package org.lazaretto.launch;

import java.util.Optional;
import org.lazaretto.port.SettingsStore;

/** Settings that begin as usual and are kept nowhere: a walkthrough is not the user's window. */
final class PassingSettings implements SettingsStore {
  @Override
  public String place() {
    return "memory";
  }

  @Override
  public Optional<byte[]> read() {
    return Optional.empty();
  }

  @Override
  public void write(byte[] bytes) {}

  @Override
  public String setAside() {
    return place();
  }
}
