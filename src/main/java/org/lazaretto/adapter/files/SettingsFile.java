package org.lazaretto.adapter.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.port.PortException;
import org.lazaretto.port.SettingsStore;

/** Settings in one file, in a folder that only its user may read. */
public final class SettingsFile implements SettingsStore {
  private static final long MOST = 1 << 20;

  private final Path file;

  /** The settings in that file. */
  public SettingsFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /**
   * The settings at the place that the desktop's convention gives: {@code
   * $XDG_CONFIG_HOME/lazaretto/settings.json}, without that variable under {@code ~/.config}.
   */
  public static SettingsFile usual(Map<String, String> environment) {
    String set = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path home = Path.of(System.getProperty("user.home", ""));
    // The convention says that a relative path is not valid and is to be ignored.
    Path base = Path.of(set).isAbsolute() ? Path.of(set) : home.resolve(".config");
    return new SettingsFile(base.resolve("lazaretto").resolve("settings.json"));
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public Optional<byte[]> read() throws PortException {
    try {
      if (Files.size(file) > MOST) {
        throw new PortException(PortException.Kind.LOCAL, file + " is larger than settings are");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }

  @Override
  public void write(byte[] bytes) throws PortException {
    try {
      Path folder = Disk.parent(file);
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(Disk.parent(folder));
        Disk.folder(folder);
      }
      Disk.replace(file, bytes, "rw-------");
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }

  @Override
  public String setAside() throws PortException {
    try {
      int number = 1;
      while (Files.exists(aside(number), LinkOption.NOFOLLOW_LINKS)) {
        number++;
      }
      Disk.rename(file, aside(number));
      return aside(number).toString();
    } catch (IOException e) {
      throw Disk.failure(file, e);
    }
  }

  private Path aside(int number) {
    return file.resolveSibling("settings-" + number + ".broken.json");
  }
}
