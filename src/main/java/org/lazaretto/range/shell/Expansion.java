package org.lazaretto.range.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lazaretto.range.shell.Syntax.Part;
import org.lazaretto.range.shell.Syntax.Word;

/** Fills in what stands for something else: variables, the output of commands, patterns. */
final class Expansion {
  private static final int MOST_WORDS = 5000;
  private static final int LONGEST = 256 << 10;

  private final Session session;
  private final Function<String, String> output;

  /** With what gives the output of a command. */
  Expansion(Session session, Function<String, String> output) {
    this.session = session;
    this.output = output;
  }

  /** One field while it grows: its text, and the same with everything quoted made harmless. */
  private static final class Field {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> wild = new ArrayList<>();
    private boolean there;

    void add(String more, boolean quoted) {
      for (int i = 0; i < more.length(); i++) {
        if (!quoted && "*?[".indexOf(more.charAt(i)) >= 0) {
          wild.add(text.length());
        }
        text.append(more.charAt(i));
      }
      there |= quoted || !more.isEmpty();
    }
  }

  List<String> fields(List<Word> words) {
    List<String> all = new ArrayList<>();
    for (Word word : words) {
      for (Field field : split(word)) {
        all.addAll(field.wild.isEmpty() ? List.of(field.text.toString()) : matching(field));
      }
    }
    return all.size() > MOST_WORDS ? all.subList(0, MOST_WORDS) : all;
  }

  /** A word as one text, as assignments and redirections take it. */
  String text(Word word) {
    StringBuilder text = new StringBuilder();
    word.parts().forEach(part -> text.append(value(part)));
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
  }

  private List<Field> split(Word word) {
    List<Field> fields = new ArrayList<>();
    Field open = new Field();
    for (Part part : word.parts()) {
      String value = value(part);
      boolean splits =
          switch (part) {
            case Part.Text text -> false;
            case Part.Variable variable -> !variable.quoted();
            case Part.Output written -> !written.quoted();
          };
      if (!splits) {
        open.add(value, part instanceof Part.Text text ? text.quoted() : true);
        continue;
      }
      String[] pieces = value.split("[ \t\n]+", -1);
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          fields.add(open);
          open = new Field();
        }
        open.add(pieces[i], false);
      }
    }
    fields.add(open);
    fields.removeIf(field -> !field.there);
    return fields;
  }

  private String value(Part part) {
    return switch (part) {
      case Part.Text(String text, boolean quoted) -> text;
      case Part.Output(String source, boolean quoted) -> output.apply(source).stripTrailing();
      case Part.Variable(String name, String otherwise, boolean quoted) -> {
        String value = variable(name);
        yield value.isEmpty() ? otherwise : value;
      }
    };
  }

  private String variable(String name) {
    return switch (name) {
      case "?" -> String.valueOf(session.last());
      case "$" -> "1";
      case "#" -> "0";
      case "0" -> "sh";
      case "PWD" -> session.folder();
      default -> session.variables().getOrDefault(name, "");
    };
  }

  private List<String> matching(Field field) {
    String pattern = field.text.toString();
    boolean absolute = pattern.startsWith("/");
    FileTree files = session.machine().files();
    List<String> found = new ArrayList<>();
    found.add(absolute ? "/" : "");
    for (String part : pattern.split("/+", -1)) {
      if (!part.isEmpty()) {
        found = step(files, found, part);
      }
    }
    return found.isEmpty() ? List.of(pattern) : found;
  }

  private List<String> step(FileTree files, List<String> before, String part) {
    Pattern glob = Paths.glob(part);
    boolean wild = part.matches(".*[*?\\[].*");
    List<String> next = new ArrayList<>();
    for (String each : before) {
      String prefix = each.isEmpty() || each.endsWith("/") ? each : each + "/";
      if (!wild) {
        if (files.linkAt(session.path(prefix + part)).isPresent()) {
          next.add(prefix + part);
        }
        continue;
      }
      String folder = files.resolve(session.path(each.isEmpty() ? "." : each), true).orElse("");
      for (String name : folder.isEmpty() ? List.<String>of() : files.names(folder)) {
        boolean hidden = name.startsWith(".") && !part.startsWith(".");
        if (!hidden && glob.matcher(name).matches()) {
          next.add(prefix + name);
        }
      }
    }
    return next;
  }
}
