package org.lazaretto.adapter.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lazaretto.port.CaseCabinet;
import org.lazaretto.port.CaseStores;
import org.lazaretto.port.JournalStore;
import org.lazaretto.port.PortException;

/**
 * Case folders on disk. One instance for the whole program: it knows which folders the program
 * itself is writing.
 */
public final class CaseFolders implements CaseCabinet {
  /** How far HEAD may be behind: long against a line (0.2 ms), short against what a person does. */
  private static final long PAUSE_MILLIS = 5;

  private final Supplier<Path> home;
  private final Map<Path, String> held = new ConcurrentHashMap<>();
  private final Executor pause;

  /**
   * Cases whose usual place is the folder {@code Lazaretto} of the user's home. HEAD is replaced
   * after each line, in the thread that wrote it.
   */
  public CaseFolders() {
    this(usualHome());
  }

  /** Cases whose usual place is that folder; HEAD is replaced after each line. */
  public CaseFolders(Path home) {
    this.home = () -> home;
    this.pause = Runnable::run;
  }

  /**
   * Cases whose usual place is the folder that is named then. HEAD is replaced at once after a
   * quiet moment, and within a burst of lines every 5 ms.
   *
   * @param workers replace it within a burst; if they end before a case is closed, closing does
   */
  public CaseFolders(Supplier<Path> home, Executor workers) {
    this.home = home;
    this.pause = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, workers);
  }

  /** Cases whose usual place is the folder {@code Lazaretto} of the user's home, likewise. */
  public CaseFolders(Executor workers) {
    this(CaseFolders::usualHome, workers);
  }

  /** The folder {@code Lazaretto} of the user's home. */
  public static Path usualHome() {
    return Path.of(System.getProperty("user.home", ""), "Lazaretto");
  }

  @Override
  public Path home() {
    return home.get().toAbsolutePath().normalize();
  }

  @Override
  public List<Path> folders() throws PortException {
    Path home = home();
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    Map<Path, FileTime> found = new HashMap<>();
    try (Stream<Path> folders = Files.list(home)) {
      for (Path folder : folders.toList()) {
        if (Files.isRegularFile(folder.resolve(JournalStore.CASE_FILE), NOFOLLOW_LINKS)) {
          found.put(folder, written(folder));
        }
      }
    } catch (IOException e) {
      throw Disk.failure(home, e);
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public CaseStores at(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return new CaseStores(
        new JournalFolder(absolute, held, pause), new EvidenceFolder(absolute.resolve("evidence")));
  }

  private static FileTime written(Path folder) throws IOException {
    Path lines = folder.resolve("journal.jsonl");
    return Files.getLastModifiedTime(Files.exists(lines) ? lines : folder);
  }
}
