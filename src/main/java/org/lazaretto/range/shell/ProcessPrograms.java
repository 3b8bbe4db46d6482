package org.lazaretto.range.shell;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Programs about processes. */
final class ProcessPrograms {
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
  private static final Map<String, Integer> SIGNALS =
      Map.of(
          "HUP", 1, "INT", 2, "QUIT", 3, "KILL", 9, "USR1", 10, "USR2", 12, "TERM", 15, "CONT", 18,
          "STOP", 19);

  private ProcessPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("ps", ProcessPrograms::ps);
    all.put("top", ProcessPrograms::top);
    all.put("pgrep", ProcessPrograms::pgrep);
    all.put("pidof", ProcessPrograms::pidof);
    all.put("kill", ProcessPrograms::kill);
    all.put("pkill", ProcessPrograms::pkill);
    all.put("killall", ProcessPrograms::pkill);
    all.put("uptime", ProcessPrograms::uptime);
  }

  /** The processes with the one that asks. */
  private static List<Machine.Task> seen(Call call) {
    List<Machine.Task> tasks = new ArrayList<>(call.machine().tasks());
    int pid = tasks.stream().mapToInt(Machine.Task::pid).max().orElse(0) + 61;
    String command =
        call.name() + (call.words().isEmpty() ? "" : " ") + String.join(" ", call.words());
    Duration age = Duration.between(call.machine().about().started(), call.machine().now());
    tasks.add(
        new Machine.Task(
            pid, 0, new Interior.Running(pid, 0, command, "/bin/busybox", 0, age), call.machine()));
    return tasks;
  }

  private static int ps(Call call) {
    String form = String.join("", call.words()).replace("-", "");
    boolean wide = form.contains("u") && !form.contains("o");
    boolean full = form.contains("f") && form.contains("e");
    call.out()
        .line(
            wide
                ? "USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND"
                : full
                    ? "UID          PID    PPID  C STIME TTY          TIME CMD"
                    : "PID   USER     TIME  COMMAND");
    for (Machine.Task each : seen(call)) {
      call.out().line(wide ? wide(call, each) : full ? full(call, each) : narrow(call, each));
    }
    return 0;
  }

  private static long worked(Call call, Machine.Task task) {
    Duration age = Duration.between(task.started(), call.machine().now());
    return Math.max(0, (long) (age.toSeconds() * task.what().cpu() / 100));
  }

  private static String clock(long seconds) {
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private static String narrow(Call call, Machine.Task task) {
    return "%5d %-8s %5s %s"
        .formatted(task.pid(), task.user(), clock(worked(call, task)), task.what().command());
  }

  private static String wide(Call call, Machine.Task task) {
    int memory = ProcFiles.memory(task);
    return "%-9s %6d %4.1f %4.1f %6d %5d ?        %-4s %s %6s %s"
        .formatted(
            task.user(),
            task.pid(),
            task.what().cpu(),
            memory * 100.0 / 8_124_416,
            memory * 3,
            memory,
            task.what().cpu() > 50 ? "Rl" : "Ssl",
            START.format(task.started()),
            clock(worked(call, task)),
            task.what().command());
  }

  private static String full(Call call, Machine.Task task) {
    long seconds = worked(call, task);
    return "%-9s %6d %7d %2d %s ?        %02d:%02d:%02d %s"
        .formatted(
            task.user(),
            task.pid(),
            task.parent(),
            (int) task.what().cpu(),
            START.format(task.started()),
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            task.what().command());
  }

  private static int top(Call call) {
    double busy = call.machine().tasks().stream().mapToDouble(t -> t.what().cpu()).sum();
    call.out().line("Mem: 7313092K used, 811324K free, 2204K shrd, 140K buff, 3076844K cached");
    call.out()
        .line(
            "CPU: %4.0f%% usr   2%% sys   0%% nic %4.0f%% idle"
                .formatted(busy, 98 - Math.min(98, busy)));
    call.out().line("Load average: 2.11 1.98 1.93 3/412 88");
    call.out().line("  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND");
    seen(call).stream()
        .sorted((a, b) -> Double.compare(b.what().cpu(), a.what().cpu()))
        .forEach(t ->
            call.out()
                .line(
                    "%5d %5d %-8s %-4s %5dm   3%%   0 %3.0f%% %s"
                        .formatted(
                            t.pid(),
                            t.parent(),
                            t.user(),
                            t.what().cpu() > 50 ? "R" : "S",
                            ProcFiles.memory(t) * 3 / 1024,
                            t.what().cpu(),
                            t.what().command())));
    if (!call.options("dn").has("n")) {
      call.session().takes(Session.FOR_EVER);
    }
    return 0;
  }

  private static List<Machine.Task> matching(Call call, String pattern, boolean whole) {
    Pattern wanted = Pattern.compile(Pattern.quote(pattern));
    return call.machine().tasks().stream()
        .filter(t -> wanted.matcher(whole ? t.what().command() : t.what().name()).find())
        .toList();
  }

  private static int pgrep(Call call) {
    Call.Options options = call.options("");
    if (options.rest().isEmpty()) {
      return 2;
    }
    List<Machine.Task> found = matching(call, options.rest().getFirst(), options.has("f"));
    boolean names = options.has("a") || options.has("l");
    found.forEach(t -> call.out().line(t.pid() + (names ? " " + t.what().command() : "")));
    return found.isEmpty() ? 1 : 0;
  }

  private static int pidof(Call call) {
    List<String> pids =
        call.words().stream()
            .flatMap(
                name -> call.machine().tasks().stream().filter(t -> t.what().name().equals(name)))
            .map(t -> String.valueOf(t.pid()))
            .toList();
    if (!pids.isEmpty()) {
      call.out().line(String.join(" ", pids));
    }
    return pids.isEmpty() ? 1 : 0;
  }

  private static Optional<Integer> signal(String word) {
    String name = word.replaceFirst("^-s?", "").replaceFirst("^SIG", "");
    return name.matches("\\d{1,2}")
        ? Optional.of(Integer.parseInt(name))
        : Optional.ofNullable(SIGNALS.get(name));
  }

  private static int kill(Call call) {
    List<String> words = new ArrayList<>(call.words());
    int number = 15;
    if (!words.isEmpty() && words.getFirst().startsWith("-")) {
      boolean apart = words.getFirst().equals("-s") && words.size() > 1;
      Optional<Integer> asked = signal(apart ? words.get(1) : words.getFirst());
      if (asked.isEmpty()) {
        return call.fails(1, "bad signal name '" + words.getFirst() + "'");
      }
      number = asked.get();
      words = words.subList(apart ? 2 : 1, words.size());
    }
    int code = words.isEmpty() ? call.fails(1, "you need to specify whom to kill") : 0;
    for (String each : words) {
      if (!each.matches("\\d{1,7}")) {
        code = call.fails(1, "invalid number '" + each + "'");
      } else {
        code = Math.max(code, send(call, Integer.parseInt(each), number));
      }
    }
    return code;
  }

  private static int send(Call call, int pid, int number) {
    return switch (call.machine().signal(pid, number)) {
      case DONE -> 0;
      case NO_SUCH_PROCESS -> call.fails(1, "can't kill pid " + pid + ": No such process");
      case NOT_PERMITTED -> call.fails(1, "can't kill pid " + pid + ": Operation not permitted");
    };
  }

  private static int pkill(Call call) {
    Call.Options options = call.options("");
    if (options.rest().isEmpty()) {
      return 2;
    }
    int number =
        call.words().stream()
            .filter(w -> w.startsWith("-"))
            .flatMap(w -> signal(w).stream())
            .findFirst()
            .orElse(15);
    List<Machine.Task> found = matching(call, options.rest().getFirst(), options.has("f"));
    found.forEach(t -> send(call, t.pid(), number));
    return found.isEmpty() ? 1 : 0;
  }

  private static int uptime(Call call) {
    Duration up = Duration.between(call.machine().about().started(), call.machine().now());
    call.out()
        .line(
            " %s up 1 day, %2d:%02d,  0 users,  load average: 2.11, 1.98, 1.93"
                .formatted(
                    call.machine().now().toString().substring(11, 19),
                    up.toHours() % 24,
                    up.toMinutesPart()));
    return 0;
  }
}
