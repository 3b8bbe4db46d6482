package org.lazaretto.adapter.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lazaretto.port.CaseStores;

/**
 * Case folders on disk. One instance for the whole program: it knows which folders the program
 * itself is writing.
 */
public final class CaseFolders {
  private final Map<Path, String> held = new ConcurrentHashMap<>();

  /** The case in that folder, be it there or yet to be made; nothing is touched so far. */
  public CaseStores at(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return new CaseStores(
        new JournalFolder(absolute, held), new EvidenceFolder(absolute.resolve("evidence")));
  }
}
