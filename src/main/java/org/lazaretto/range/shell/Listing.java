package org.lazaretto.range.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ls}. */
final class Listing {
  private static final DateTimeFormatter RECENT =
      DateTimeFormatter.ofPattern("MMM d HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter OLD =
      DateTimeFormatter.ofPattern("MMM d  yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z").withZone(ZoneOffset.UTC);

  private final Call call;
  private final Call.Options options;
  private final FileTree files;

  private Listing(Call call) {
    this.call = call;
    this.options = call.options("");
    this.files = call.files();
  }

  private record Line(String name, String path, Entry entry) {}

  static int run(Call call) {
    return new Listing(call).list();
  }

  private int list() {
    List<String> rest = options.rest().stream().filter(w -> !w.startsWith("--")).toList();
    List<String> paths = rest.isEmpty() ? List.of(".") : rest;
    int code = 0;
    List<Line> alone = new ArrayList<>();
    List<Line> folders = new ArrayList<>();
    for (String each : paths) {
      String path = call.session().path(each);
      Optional<Entry> entry = files.linkAt(path);
      if (entry.isEmpty()) {
        code = call.fails(1, each + ": No such file or directory");
        continue;
      }
      boolean link = entry.get().kind() == Entry.Kind.LINK && !options.has("l");
      boolean folder =
          link ? files.at(path).filter(Entry::folder).isPresent() : entry.get().folder();
      (folder && !options.has("d") ? folders : alone).add(new Line(each, path, entry.get()));
    }
    print(sorted(alone));
    for (Line each : folders) {
      code = Math.max(code, folder(each, paths.size() > 1));
    }
    return code;
  }

  private int folder(Line folder, boolean titled) {
    String path = files.resolve(folder.path(), true).orElse(folder.path());
    Entry entry = files.at(path).orElse(folder.entry());
    if (!call.may(entry, 4)) {
      return call.fails(1, "can't open '" + folder.name() + "': Permission denied");
    }
    if (titled || options.has("R")) {
      call.out().line(folder.name() + ":");
    }
    List<Line> lines = new ArrayList<>();
    if (options.has("a")) {
      lines.add(new Line(".", path, entry));
      lines.add(new Line("..", Paths.parent(path), files.at(Paths.parent(path)).orElse(entry)));
    }
    for (String name : files.names(path)) {
      String at = Paths.below(path, name);
      if (!name.startsWith(".") || options.has("a") || options.has("A")) {
        files.linkAt(at).ifPresent(there -> lines.add(new Line(name, at, there)));
      }
    }
    if (options.has("l")) {
      call.out().line("total " + lines.stream().mapToLong(l -> blocks(l.entry())).sum());
    }
    print(sorted(lines));
    int code = 0;
    for (Line each : options.has("R") ? lines : List.<Line>of()) {
      if (each.entry().folder() && !each.name().startsWith(".")) {
        call.out().line("");
        code = folder(new Line(folder.name() + "/" + each.name(), each.path(), each.entry()), true);
      }
    }
    return code;
  }

  private static long blocks(Entry entry) {
    return entry.kind() == Entry.Kind.LINK ? 0 : (entry.size() + 4095) / 4096 * 4;
  }

  private List<Line> sorted(List<Line> lines) {
    Comparator<Line> order = Comparator.comparing(Line::name);
    if (options.has("t")) {
      order = Comparator.comparing((Line l) -> l.entry().changed()).reversed();
    } else if (options.has("S")) {
      order = Comparator.comparingInt((Line l) -> l.entry().size()).reversed();
    }
    List<Line> sorted = lines.stream().sorted(order).toList();
    return options.has("r") ? sorted.reversed() : sorted;
  }

  private void print(List<Line> lines) {
    for (Line each : lines) {
      call.out().line(options.has("l") || options.has("n") ? described(each) : each.name());
    }
  }

  private String described(Line line) {
    Entry entry = line.entry();
    String target = entry.kind() == Entry.Kind.LINK ? " -> " + entry.text() : "";
    String size = options.has("h") ? Sizes.human(entry.size()) : String.valueOf(entry.size());
    return "%s %4d %-8s %-8s %9s %s %s%s"
        .formatted(
            entry.permissions(),
            entry.folder() ? 2 : 1,
            entry.owner(),
            entry.owner(),
            size,
            time(entry.changed()),
            line.name(),
            target);
  }

  private String time(Instant changed) {
    if (call.words().contains("--full-time")) {
      return FULL.format(changed);
    }
    boolean recent =
        Duration.between(changed, call.machine().now()).compareTo(Duration.ofDays(180)) < 0;
    return (recent ? RECENT : OLD).format(changed);
  }
}
