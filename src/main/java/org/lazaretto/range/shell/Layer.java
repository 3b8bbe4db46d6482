package org.lazaretto.range.shell;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was changed in one running container: its writable layer, and the processes that were ended.
 * It goes with the container. Bounded; used by many threads.
 */
public final class Layer {
  private static final int MOST_FILES = 2000;
  private static final int MOST_BYTES = 8 << 20;

  private final Map<String, Optional<Entry>> changes = new LinkedHashMap<>();
  private final Set<Integer> ended = new HashSet<>();
  private int bytes;

  /**
   * Puts something at a path.
   *
   * @return false if the layer is full
   */
  synchronized boolean put(String path, Entry entry) {
    int size = entry.kind() == Entry.Kind.FILE ? entry.size() : 0;
    int before = changes.getOrDefault(path, Optional.empty()).map(Entry::size).orElse(0);
    if (changes.size() >= MOST_FILES || bytes - before + size > MOST_BYTES) {
      return false;
    }
    bytes += size - before;
    changes.put(path, Optional.of(entry));
    return true;
  }

  synchronized void remove(String path) {
    changes.keySet().removeIf(each -> each.startsWith(path + "/"));
    changes.put(path, Optional.empty());
  }

  synchronized void layOver(FileTree tree) {
    changes.forEach((path, entry) ->
        entry.ifPresentOrElse(there -> tree.put(path, there), () -> tree.remove(path)));
  }

  synchronized void end(int pid) {
    ended.add(pid);
  }

  /** Whether a process was ended from inside. */
  public synchronized boolean hasEnded(int pid) {
    return ended.contains(pid);
  }
}
