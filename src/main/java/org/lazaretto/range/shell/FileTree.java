package org.lazaretto.range.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All that stands in a container's file system at one moment. */
final class FileTree {
  private static final int MOST_LINKS = 20;

  private final NavigableMap<String, Entry> entries = new TreeMap<>();

  /** Puts something at a path, and the folders above it where they are missing. */
  void put(String path, Entry entry) {
    String above = Paths.parent(path);
    if (!path.equals("/") && !entries.containsKey(above)) {
      put(above, Entry.folder(0755, entry.owner(), entry.changed()));
    }
    entries.put(path, entry);
  }

  void folder(String path, int mode, String owner, Instant changed) {
    put(path, Entry.folder(mode, owner, changed));
  }

  void text(String path, String text, Instant changed) {
    put(path, Entry.text(0644, "root", changed, text));
  }

  void remove(String path) {
    entries.remove(path);
    entries.subMap(path + "/", true, path + "0", false).clear();
  }

  /** All of another tree below a path of this one. */
  void mount(String path, FileTree other) {
    other.entries.forEach((at, entry) -> put(at.equals("/") ? path : path + at, entry));
  }

  /** Where a path leads: links in it are followed, the last one only if asked. */
  Optional<String> resolve(String path, boolean last) {
    return resolve(path, last, MOST_LINKS);
  }

  private Optional<String> resolve(String path, boolean last, int links) {
    String here = "/";
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty()) {
        continue;
      }
      here = Paths.below(here, parts[i]);
      Entry entry = entries.get(here);
      if (entry == null || links == 0) {
        return Optional.empty();
      }
      boolean end = i == parts.length - 1;
      if (entry.kind() == Entry.Kind.LINK && (last || !end)) {
        String target = Paths.absolute(Paths.parent(here), entry.text());
        String rest = String.join("/", List.of(parts).subList(i + 1, parts.length));
        return resolve(rest.isEmpty() ? target : target + "/" + rest, last, links - 1);
      }
    }
    return Optional.of(here);
  }

  /** What a path leads to. */
  Optional<Entry> at(String path) {
    return resolve(path, true).map(entries::get);
  }

  /** What stands at a path, a link as a link. */
  Optional<Entry> linkAt(String path) {
    return resolve(path, false).map(entries::get);
  }

  /** The names in a folder, by name. */
  List<String> names(String folder) {
    String prefix = folder.equals("/") ? "/" : folder + "/";
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Entry> each : entries.tailMap(prefix, false).entrySet()) {
      if (!each.getKey().startsWith(prefix)) {
        break;
      }
      String rest = each.getKey().substring(prefix.length());
      if (rest.indexOf('/') < 0) {
        names.add(rest);
      }
    }
    return names;
  }
}
