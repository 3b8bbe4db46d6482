package org.lazaretto.settings;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.lazaretto.port.PortException;
import org.lazaretto.port.SettingsStore;

/** The settings in force, and their place on disk. Safe for several threads. */
public final class Preferences {
  private final SettingsStore store;
  private final AtomicReference<Settings> current;
  private final Optional<String> notice;
  private final ReentrantLock writing = new ReentrantLock();

  private Preferences(SettingsStore store, Settings settings, Optional<String> notice) {
    this.store = store;
    this.current = new AtomicReference<>(settings);
    this.notice = notice;
  }

  /**
   * Reads the settings. Where they cannot be understood the usual ones hold, the file is kept
   * aside, and {@link #notice} says so.
   */
  public static Preferences open(SettingsStore store) {
    try {
      Optional<byte[]> bytes = store.read();
      if (bytes.isEmpty()) {
        return new Preferences(store, Settings.USUAL, Optional.empty());
      }
      return understood(store, bytes.get());
    } catch (PortException e) {
      String words =
          "The settings cannot be read: %s. The usual ones hold; nothing was changed."
              .formatted(e.getMessage());
      return new Preferences(store, Settings.USUAL, Optional.of(words));
    }
  }

  private static Preferences understood(SettingsStore store, byte[] bytes) throws PortException {
    try {
      return new Preferences(store, SettingsText.read(bytes), Optional.empty());
    } catch (SettingsText.Malformed e) {
      String kept = store.setAside();
      String words =
          "The settings in %s could not be understood: %s. The usual ones hold; the file is kept as %s."
              .formatted(store.place(), e.getMessage(), kept);
      return new Preferences(store, Settings.USUAL, Optional.of(words));
    }
  }

  /** What holds now. */
  public Settings now() {
    return current.get();
  }

  /** What a person should know of how the settings were found. */
  public Optional<String> notice() {
    return notice;
  }

  /** Where they are kept, for a person. */
  public String place() {
    return store.place();
  }

  /** Changes what holds, at once; {@link #save} puts it on disk. */
  public Settings change(UnaryOperator<Settings> change) {
    return current.updateAndGet(change);
  }

  /**
   * Puts on disk what holds now; blocks.
   *
   * @return why it could not, in a sentence; empty if it is on disk
   */
  public Optional<String> save() {
    writing.lock();
    try {
      store.write(SettingsText.write(current.get()));
      return Optional.empty();
    } catch (PortException e) {
      return Optional.of(
          "The settings could not be kept: %s. They hold until the program ends."
              .formatted(e.getMessage()));
    } finally {
      writing.unlock();
    }
  }
}
