package org.lazaretto.range.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code grep} finds. */
final class Search {
  private static final int LONGEST_LINE = 20_000;

  private final Call call;
  private final Call.Options options;
  private final Pattern wanted;
  private boolean found;

  Search(Call call, Call.Options options, Pattern wanted) {
    this.call = call;
    this.options = options;
    this.wanted = wanted;
  }

  int run(List<String> paths) {
    if (paths.isEmpty()) {
      look("(standard input)", call.input().all(), false);
      return found ? 0 : 1;
    }
    boolean deep = options.has("r") || options.has("R");
    int code = 0;
    FileTree files = call.files();
    for (String each : paths) {
      Optional<String> path = files.resolve(call.session().path(each), true);
      if (deep && path.flatMap(files::at).filter(Entry::folder).isPresent()) {
        below(files, each, path.get());
        continue;
      }
      Optional<Entry> entry = call.readable(files, each);
      entry.ifPresent(there -> look(each, there.bytes(), paths.size() > 1 || deep));
      code = entry.isPresent() ? code : 2;
    }
    return code != 0 ? code : found ? 0 : 1;
  }

  private void below(FileTree files, String shown, String path) {
    for (String name : files.names(path)) {
      String below = Paths.below(path, name);
      String told = Paths.below(shown, name);
      Entry entry = files.linkAt(below).orElseThrow();
      if (entry.folder()) {
        below(files, told, below);
      } else if (entry.kind() == Entry.Kind.FILE && call.may(entry, 4)) {
        look(told, entry.bytes(), true);
      }
    }
  }

  private void look(String name, byte[] bytes, boolean named) {
    String prefix = named && !options.has("h") ? name + ":" : "";
    int count = 0;
    int number = 0;
    boolean binary = false;
    for (int i = 0; i < Math.min(bytes.length, 1000); i++) {
      binary |= bytes[i] == 0;
    }
    for (String line : FilePrograms.lines(bytes)) {
      number++;
      String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
      Matcher matcher = wanted.matcher(cut);
      if (matcher.find() == options.has("v")) {
        continue;
      }
      count++;
      found = true;
      boolean silent = options.has("q") || options.has("c") || options.has("l");
      if (!silent && binary && !options.has("a")) {
        call.out().line("Binary file " + name + " matches");
        return;
      }
      if (!silent) {
        String at = options.has("n") ? number + ":" : "";
        call.out().line(prefix + at + (options.has("o") ? matcher.group() : line));
      }
    }
    if (options.has("c")) {
      call.out().line(prefix + count);
    } else if (options.has("l") && count > 0) {
      call.out().line(name);
    }
  }
}
