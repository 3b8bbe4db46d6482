package org.lazaretto.range.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program that is run.
 *
 * @param session the shell that runs it
 * @param name by which it was called
 * @param words its arguments
 * @param input what it can read
 * @param out where it writes
 * @param err where it complains
 */
record Call(Session session, String name, List<String> words, Input input, Sink out, Sink err) {
  /** What a program can read. */
  @FunctionalInterface
  interface Input {
    /**
     * All of it.
     *
     * @throws Awaited if it has not all come yet
     */
    byte[] all();
  }

  /** A program wants input that has not come yet. */
  static final class Awaited extends RuntimeException {
    private static final long serialVersionUID = 1;

    Awaited() {
      super("input is awaited", null, false, false);
    }
  }

  Machine machine() {
    return session.machine();
  }

  FileTree files() {
    return session.machine().files();
  }

  /** Complains, and gives the code. */
  int fails(int code, String why) {
    err.line(name + ": " + why);
    return code;
  }

  /** The options and the rest. */
  Options options(String withValue) {
    return Options.of(words, withValue);
  }

  /** What stands in front and what does not. */
  record Options(String letters, java.util.Map<String, String> values, List<String> rest) {
    static Options of(List<String> words, String withValue) {
      StringBuilder letters = new StringBuilder();
      java.util.Map<String, String> values = new java.util.HashMap<>();
      List<String> rest = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (word.equals("--")) {
          rest.addAll(words.subList(i + 1, words.size()));
          break;
        }
        if (word.startsWith("--") || !word.startsWith("-") || word.equals("-")) {
          rest.add(word);
          continue;
        }
        for (int j = 1; j < word.length(); j++) {
          String letter = word.substring(j, j + 1);
          letters.append(letter);
          if (withValue.contains(letter)) {
            boolean here = j + 1 < word.length();
            String value =
                here ? word.substring(j + 1) : i + 1 < words.size() ? words.get(++i) : "";
            values.put(letter, value);
            break;
          }
        }
      }
      return new Options(letters.toString(), values, rest);
    }

    boolean has(String letter) {
      return letters.contains(letter);
    }

    Optional<String> value(String letter) {
      return Optional.ofNullable(values.get(letter));
    }

    /** A whole number, or another one. */
    int number(String letter, int otherwise) {
      return value(letter)
          .filter(v -> v.matches("\\d{1,7}"))
          .map(Integer::parseInt)
          .orElse(otherwise);
    }
  }

  /** What a program reads: its files one after the other, or its input. */
  Optional<byte[]> read(List<String> paths) {
    if (paths.isEmpty()) {
      return Optional.of(input.all());
    }
    Sink all = new Sink();
    boolean well = true;
    FileTree files = files();
    for (String each : paths) {
      if (each.equals("-")) {
        all.write(input.all());
        continue;
      }
      Optional<Entry> entry = readable(files, each);
      entry.ifPresent(there -> all.write(there.bytes()));
      well &= entry.isPresent();
    }
    byte[] bytes = all.taken();
    return well || bytes.length > 0 ? Optional.of(bytes) : Optional.empty();
  }

  /** A file that can be read; if it cannot, that is said. */
  Optional<Entry> readable(FileTree files, String path) {
    Optional<Entry> entry = files.at(session.path(path));
    if (entry.isEmpty()) {
      err.line(name + ": can't open '" + path + "': No such file or directory");
      return Optional.empty();
    }
    if (entry.get().folder()) {
      err.line(name + ": read error: Is a directory");
      return Optional.empty();
    }
    if (!may(entry.get(), 4)) {
      err.line(name + ": can't open '" + path + "': Permission denied");
      return Optional.empty();
    }
    return entry;
  }

  /** Whether the user may read (4), write (2) or run (1) it. */
  boolean may(Entry entry, int bit) {
    Interior.User user = machine().user();
    int mode = entry.owner().equals(user.name()) ? entry.mode() >> 6 : entry.mode();
    return user.id() == 0 || (mode & bit) != 0;
  }
}
