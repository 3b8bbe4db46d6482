package org.lazaretto.range.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lazaretto.range.shell.Interior;
import org.lazaretto.range.shell.Interior.Connection;

/** The part of a scenario file about the inside of an image's containers. */
final class InteriorReader {
  private static final int MOST_PROCESSES = 200;
  private final List<Interior.Running> processes = new ArrayList<>();

  private InteriorReader() {}

  static Interior read(Section image) throws ScenarioException {
    InteriorReader reader = new InteriorReader();
    reader.processes(image);
    List<Interior.File> files = image.sections("files", "a file", InteriorReader::file);
    List<Connection> sockets = image.sections("sockets", "a socket", reader::socket);
    boolean shell =
        !image.has("shell") || image.oneOf("shell", List.of("true", "false")).equals("true");
    Interior.User user = Interior.User.ROOT;
    if (image.has("user")) {
      Section section = image.section("user", "the user");
      user = new Interior.User(section.text("name"), section.number("id"));
      section.done();
    }
    return new Interior(user, shell, reader.processes, files, sockets);
  }

  private void processes(Section image) throws ScenarioException {
    Set<Integer> pids = new HashSet<>();
    processes.addAll(image.sections("processes", "a process", each -> process(each, pids)));
    if (!processes.isEmpty() && !pids.contains(1)) {
      throw image.wrongAt("processes", "no process has the pid 1; expected the first one");
    }
    if (processes.size() > MOST_PROCESSES) {
      throw image.wrongAt("processes", "expected at most " + MOST_PROCESSES + " processes");
    }
  }

  private static Interior.Running process(Section section, Set<Integer> pids)
      throws ScenarioException {
    int pid = section.number("pid");
    if (pid < 1 || !pids.add(pid)) {
      throw section.wrongAt("pid", "the pid " + pid + " is taken or zero; expected another");
    }
    int parent = section.number("parent", pid == 1 ? 0 : 1);
    if (parent != 0 && !pids.contains(parent)) {
      String expected = "expected 0 or that of a process above: " + words(pids);
      throw section.wrongAt("parent", "no process has the pid " + parent + "; " + expected);
    }
    String command = section.text("command");
    if (command.isBlank()) {
      throw section.wrongAt("command", "'command' is empty; expected a program and its arguments");
    }
    String first = command.split(" ", 2)[0];
    String executable =
        section.text("executable", first.startsWith("/") ? first : "/usr/local/bin/" + first);
    if (!executable.startsWith("/")) {
      throw section.wrongAt("executable", "expected an absolute path such as /usr/bin/java");
    }
    int cpu = section.number("cpu", 0);
    Duration after = section.duration("after", Duration.ZERO);
    return new Interior.Running(pid, parent, command, executable, cpu, after);
  }

  private static String words(Set<Integer> numbers) {
    return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static Interior.File file(Section section) throws ScenarioException {
    String path = section.text("path");
    if (!path.matches("/[^\\x00]*[^\\x00/]/?")) {
      throw section.wrongAt("path", "'path' is '" + path + "'; expected an absolute path");
    }
    String mode = section.text("mode", path.endsWith("/") ? "0755" : "0644");
    if (!mode.matches("[01]?[0-7]{3}")) {
      throw section.wrongAt(
          "mode", "'mode' is '" + mode + "'; expected octal digits such as '0755'");
    }
    int size = section.number("size", 0);
    if (size > Interior.File.LARGEST) {
      throw section.wrongAt("size", "expected at most " + Interior.File.LARGEST + " bytes");
    }
    Optional<Duration> after =
        section.has("after") ? Optional.of(section.duration("after")) : Optional.empty();
    return new Interior.File(
        path,
        Integer.parseInt(mode, 8),
        section.text("owner", "root"),
        size,
        section.text("text", ""),
        after);
  }

  private Connection socket(Section section) throws ScenarioException {
    int pid = section.number("process", 1);
    boolean there =
        processes.stream().anyMatch(p -> p.pid() == pid) || (processes.isEmpty() && pid == 1);
    if (!there) {
      Set<Integer> pids = processes.stream().map(Interior.Running::pid).collect(Collectors.toSet());
      String expected = "expected one of " + words(pids.isEmpty() ? Set.of(1) : pids);
      throw section.wrongAt("process", "no process has the pid " + pid + "; " + expected);
    }
    if (section.has("listen")) {
      return new Connection.Listens(pid, port(section, "listen", section.text("listen")));
    }
    String to = section.text("to");
    int colon = to.lastIndexOf(':');
    if (colon < 1) {
      throw section.wrongAt("to", "'to' is '" + to + "'; expected HOST:PORT");
    }
    return new Connection.Connects(
        pid, to.substring(0, colon), port(section, "to", to.substring(colon + 1)));
  }

  /** A port's number. */
  static int port(Section section, String key, String text) throws ScenarioException {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw section.wrongAt(key, "'" + text + "' is no port; expected a number from 1 to 65535");
    }
    return Integer.parseInt(text);
  }
}
