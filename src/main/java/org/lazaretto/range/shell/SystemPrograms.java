package org.lazaretto.range.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Programs that tell about the system. */
final class SystemPrograms {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private SystemPrograms() {}

  static void addTo(Map<String, Program> all) {
    all.put("true", call -> 0);
    all.put("false", call -> 1);
    all.put("test", SystemPrograms::test);
    all.put("[", SystemPrograms::test);
    all.put("sleep", SystemPrograms::sleep);
    all.put("id", SystemPrograms::id);
    all.put("whoami", call -> line(call, call.machine().user().name()));
    all.put("hostname", SystemPrograms::hostname);
    all.put("uname", SystemPrograms::uname);
    all.put("date", SystemPrograms::date);
    all.put("env", SystemPrograms::env);
    all.put("printenv", SystemPrograms::env);
    all.put("which", SystemPrograms::which);
    all.put("nproc", call -> line(call, "2"));
    all.put("mount", SystemPrograms::mount);
    all.put("df", SystemPrograms::df);
    all.put("free", SystemPrograms::free);
    all.put("timeout", SystemPrograms::timeout);
    all.put("seq", SystemPrograms::seq);
  }

  private static int line(Call call, String text) {
    call.out().line(text);
    return 0;
  }

  private static int test(Call call) {
    List<String> words = call.words();
    List<String> asked =
        call.name().equals("[") && !words.isEmpty() ? words.subList(0, words.size() - 1) : words;
    boolean not = !asked.isEmpty() && asked.getFirst().equals("!");
    boolean holds = holds(call, not ? asked.subList(1, asked.size()) : asked);
    return holds != not ? 0 : 1;
  }

  private static boolean holds(Call call, List<String> words) {
    if (words.size() == 1) {
      return !words.getFirst().isEmpty();
    }
    if (words.size() == 2) {
      String value = words.get(1);
      Optional<Entry> entry = call.files().at(call.session().path(value));
      return switch (words.getFirst()) {
        case "-n" -> !value.isEmpty();
        case "-z" -> value.isEmpty();
        case "-e" -> entry.isPresent();
        case "-f" -> entry.filter(e -> !e.folder()).isPresent();
        case "-d" -> entry.filter(Entry::folder).isPresent();
        case "-s" -> entry.filter(e -> e.size() > 0).isPresent();
        case "-r" -> entry.filter(e -> call.may(e, 4)).isPresent();
        case "-w" -> entry.filter(e -> call.may(e, 2)).isPresent();
        case "-x" ->
            entry.filter(e -> call.may(e, 1) && (e.folder() || e.executable())).isPresent();
        default -> false;
      };
    }
    return words.size() == 3 && compares(words.get(0), words.get(1), words.get(2));
  }

  private static boolean compares(String one, String how, String other) {
    boolean numbers = one.matches("-?\\d{1,15}") && other.matches("-?\\d{1,15}");
    int order = numbers ? Long.compare(Long.parseLong(one), Long.parseLong(other)) : 0;
    return switch (how) {
      case "=", "==" -> one.equals(other);
      case "!=" -> !one.equals(other);
      case "-eq" -> numbers && order == 0;
      case "-ne" -> numbers && order != 0;
      case "-lt" -> numbers && order < 0;
      case "-le" -> numbers && order <= 0;
      case "-gt" -> numbers && order > 0;
      case "-ge" -> numbers && order >= 0;
      default -> false;
    };
  }

  /** A time such as 5, 0.5, 2m or infinity. */
  static Optional<Duration> duration(String word) {
    if (word.equals("infinity") || word.equals("inf")) {
      return Optional.of(Session.FOR_EVER);
    }
    if (!word.matches("\\d{1,8}(\\.\\d{1,3})?[smhd]?")) {
      return Optional.empty();
    }
    double amount = Double.parseDouble(word.replaceAll("[smhd]", ""));
    long unit =
        word.endsWith("m") ? 60 : word.endsWith("h") ? 3600 : word.endsWith("d") ? 86400 : 1;
    Duration time = Duration.ofMillis((long) (amount * 1000 * unit));
    return Optional.of(time.compareTo(Session.FOR_EVER) > 0 ? Session.FOR_EVER : time);
  }

  private static int sleep(Call call) {
    Duration sum = Duration.ZERO;
    for (String each : call.words()) {
      Optional<Duration> time = duration(each);
      if (time.isEmpty()) {
        return call.fails(1, "invalid number '" + each + "'");
      }
      sum = sum.plus(time.get());
    }
    call.session().takes(sum);
    return 0;
  }

  private static int timeout(Call call) {
    Call.Options options = Call.Options.of(call.words(), "sk");
    List<String> rest = options.rest();
    boolean ahead = !call.words().isEmpty() && !call.words().getFirst().startsWith("-");
    int first = ahead ? 0 : call.words().size() - rest.size();
    Optional<Duration> limit = rest.isEmpty() ? Optional.empty() : duration(rest.getFirst());
    if (limit.isEmpty() || call.words().size() < first + 2) {
      return call.fails(1, "expected a time and a command");
    }
    Duration before = call.session().took();
    int code =
        new Interpreter(call.session())
            .invoke(
                call.words().subList(first + 1, call.words().size()),
                new Interpreter.Streams(call.input(), call.out(), call.err()));
    return call.session().cutAt(before.plus(limit.get())) ? 143 : code;
  }

  private static int seq(Call call) {
    List<Integer> numbers =
        call.words().stream().filter(w -> w.matches("\\d{1,5}")).map(Integer::parseInt).toList();
    int from = numbers.size() > 1 ? numbers.getFirst() : 1;
    for (int i = from; !numbers.isEmpty() && i <= numbers.getLast(); i++) {
      call.out().line(String.valueOf(i));
    }
    return 0;
  }

  private static int id(Call call) {
    Interior.User user = call.machine().user();
    if (call.options("").has("u")) {
      return line(call, call.options("").has("n") ? user.name() : String.valueOf(user.id()));
    }
    String one = user.id() + "(" + user.name() + ")";
    return line(call, "uid=" + one + " gid=" + one + " groups=" + one);
  }

  private static int hostname(Call call) {
    boolean address = call.options("").has("i");
    return line(
        call, address ? call.machine().wires().address() : call.machine().about().hostname());
  }

  private static int uname(Call call) {
    Call.Options options = call.options("");
    String host = call.machine().about().hostname();
    if (options.has("a")) {
      return line(
          call, "Linux " + host + " " + ProcFiles.KERNEL + " " + ProcFiles.BUILT + " x86_64 Linux");
    }
    if (options.has("r")) {
      return line(call, ProcFiles.KERNEL);
    }
    if (options.has("m")) {
      return line(call, "x86_64");
    }
    return line(call, options.has("n") ? host : "Linux");
  }

  private static int date(Call call) {
    Instant now = call.machine().now();
    Optional<String> format = call.words().stream().filter(w -> w.startsWith("+")).findFirst();
    if (format.isPresent()) {
      String pattern = format.get().substring(1);
      String text =
          pattern
              .replace("%s", String.valueOf(now.getEpochSecond()))
              .replace("%F", now.toString().substring(0, 10))
              .replace("%T", now.toString().substring(11, 19))
              .replace("%Y", now.toString().substring(0, 4))
              .replace("%m", now.toString().substring(5, 7))
              .replace("%d", now.toString().substring(8, 10))
              .replace("%H", now.toString().substring(11, 13))
              .replace("%M", now.toString().substring(14, 16))
              .replace("%S", now.toString().substring(17, 19))
              .replace("%Z", "UTC");
      return line(call, text);
    }
    return line(call, call.words().contains("-Is") ? now.toString() : DATE.format(now));
  }

  private static int env(Call call) {
    Map<String, String> variables = call.session().variables();
    if (!call.words().isEmpty() && call.name().equals("printenv")) {
      String value = variables.getOrDefault(call.words().getFirst(), "");
      return value.isEmpty() ? 1 : line(call, value);
    }
    variables.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> call.out().line(each.getKey() + "=" + each.getValue()));
    return 0;
  }

  private static int which(Call call) {
    int code = 0;
    for (String each : call.words()) {
      Optional<String> path = Interpreter.which(call.session(), each);
      path.ifPresent(call.out()::line);
      code = path.isPresent() ? code : 1;
    }
    return code;
  }

  private static int mount(Call call) {
    for (String line :
        call.files().at("/proc/mounts").map(Entry::text).orElse("").lines().toList()) {
      String[] parts = line.split(" ", -1);
      call.out().line(parts[0] + " on " + parts[1] + " type " + parts[2] + " (" + parts[3] + ")");
    }
    return 0;
  }

  private static int df(Call call) {
    call.out().line("Filesystem           1K-blocks      Used Available Use% Mounted on");
    call.out().line("overlay               83873772  14201904  69671868  17% /");
    return line(call, "tmpfs                    65536         0     65536   0% /dev");
  }

  private static int free(Call call) {
    call.out()
        .line("              total        used        free      shared  buff/cache   available");
    return line(
        call, "Mem:        8124416     4236108      811324        2204     3076984     3612880");
  }
}
