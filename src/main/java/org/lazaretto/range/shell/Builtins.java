package org.lazaretto.range.shell;

import java.util.List;
import java.util.Optional;

/** What a shell does itself. */
final class Builtins {
  private Builtins() {}

  static Optional<Program> of(String name, Interpreter shell) {
    return switch (name) {
      case "cd" -> some(Builtins::cd);
      case "exit" -> some(Builtins::exit);
      case "export" -> some(Builtins::export);
      case "unset" -> some(Builtins::unset);
      case ":", "set", "umask", "trap", "ulimit" -> some(call -> 0);
      case "pwd" -> some(Builtins::pwd);
      case "type" -> some(Builtins::type);
      case "command" -> some(call -> command(call, shell));
      case "exec", "eval" -> some(call -> again(call, shell));
      case "sh", "ash", "/bin/sh", "/bin/ash", "busybox" -> some(call -> shell(call, shell));
      default -> Optional.empty();
    };
  }

  private static Optional<Program> some(Program program) {
    return Optional.of(program);
  }

  private static Interpreter.Streams streams(Call call) {
    return new Interpreter.Streams(call.input(), call.out(), call.err());
  }

  private static int shell(Call call, Interpreter shell) {
    if (!call.machine().hasShell()) {
      call.err().line("sh: " + call.name() + ": not found");
      return Interpreter.NOT_FOUND;
    }
    List<String> words = call.words();
    if (call.name().equals("busybox")) {
      return words.isEmpty() ? 0 : shell.invoke(words, streams(call));
    }
    int c = words.indexOf("-c");
    String source;
    if (c >= 0 && c + 1 < words.size()) {
      source = words.get(c + 1);
    } else if (words.stream().anyMatch(w -> !w.startsWith("-"))) {
      List<String> files = words.stream().filter(w -> !w.startsWith("-")).limit(1).toList();
      Optional<byte[]> text = call.read(files);
      if (text.isEmpty()) {
        return 2;
      }
      source = new String(text.get(), java.nio.charset.StandardCharsets.UTF_8);
    } else {
      source = new String(call.input().all(), java.nio.charset.StandardCharsets.UTF_8);
    }
    return shell.run(source, streams(call));
  }

  private static int again(Call call, Interpreter shell) {
    if (call.words().isEmpty()) {
      return 0;
    }
    return call.name().equals("eval")
        ? shell.run(String.join(" ", call.words()), streams(call))
        : shell.invoke(call.words(), streams(call));
  }

  private static int command(Call call, Interpreter shell) {
    List<String> words = call.words();
    if (words.isEmpty()) {
      return 0;
    }
    if (!words.getFirst().equals("-v")) {
      return shell.invoke(words, streams(call));
    }
    Optional<String> path = Interpreter.which(call.session(), words.getLast());
    path.ifPresent(call.out()::line);
    return path.isPresent() ? 0 : Interpreter.NOT_FOUND;
  }

  private static int type(Call call) {
    int code = 0;
    for (String each : call.words()) {
      Optional<String> path = Interpreter.which(call.session(), each);
      call.out().line(path.map(p -> each + " is " + p).orElse(each + ": not found"));
      code = path.isPresent() ? code : Interpreter.NOT_FOUND;
    }
    return code;
  }

  private static int cd(Call call) {
    String home = call.session().variables().getOrDefault("HOME", "/");
    String to = call.words().isEmpty() ? home : call.words().getFirst();
    Optional<String> path = call.files().resolve(call.session().path(to), true);
    if (path.flatMap(call.files()::at).filter(Entry::folder).isEmpty()) {
      call.err().line("sh: cd: can't cd to " + to + ": No such file or directory");
      return 2;
    }
    call.session().enter(path.get());
    return 0;
  }

  private static int pwd(Call call) {
    call.out().line(call.session().folder());
    return 0;
  }

  private static int exit(Call call) {
    Optional<String> code = call.words().stream().filter(w -> w.matches("\\d{1,3}")).findFirst();
    int number = code.map(Integer::parseInt).orElse(call.session().last()) & 0xff;
    call.session().exits(number);
    return number;
  }

  private static int export(Call call) {
    for (String each : call.words()) {
      int sign = each.indexOf('=');
      if (sign > 0) {
        call.session().set(each.substring(0, sign), each.substring(sign + 1));
      }
    }
    return 0;
  }

  private static int unset(Call call) {
    call.words().forEach(call.session()::unset);
    return 0;
  }
}
