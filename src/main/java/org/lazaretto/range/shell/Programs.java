package org.lazaretto.range.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The small programs of a container with a shell. */
final class Programs {
  private static final Map<String, Program> ALL = all();

  /** Their names, and those of shells. */
  static final Set<String> NAMES = ALL.keySet();

  private Programs() {}

  private static Map<String, Program> all() {
    Map<String, Program> all = new TreeMap<>();
    all.put("sh", call -> 0);
    all.put("ash", call -> 0);
    all.putAll(Map.of("ls", Listing::run, "find", Finding::run, "tar", Tar::run));
    FilePrograms.addTo(all);
    WritingPrograms.addTo(all);
    TextPrograms.addTo(all);
    FilterPrograms.addTo(all);
    SystemPrograms.addTo(all);
    ProcessPrograms.addTo(all);
    NetPrograms.addTo(all);
    TerminalPrograms.addTo(all);
    all.put("curl", Fetch::curl);
    all.put("wget", Wget::wget);
    return Map.copyOf(all);
  }

  /** The program that lies at a path, if it is one of these. */
  static Optional<Program> at(FileTree files, String path) {
    return files
        .resolve(path, true)
        .filter(Set.of("/bin/busybox", "/bin/curl")::contains)
        .map(there -> ALL.get(Paths.name(path)));
  }
}
