package org.lazaretto.range.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.range.shell.Syntax.Unreadable;

/** Carries out what a command line says. */
final class Interpreter {
  static final int NOT_FOUND = 127;
  static final int NOT_RUN = 126;

  private final Session session;
  private final Expansion expansion;

  Interpreter(Session session) {
    this.session = session;
    this.expansion = new Expansion(session, this::output);
  }

  /** Where a command reads and writes. */
  record Streams(Call.Input input, Sink out, Sink err) {}

  /** Reads a command line and carries it out. */
  int run(String source, Streams streams) {
    if (!session.deeper()) {
      streams.err().line("sh: too many command lines inside each other");
      return session.ended(2);
    }
    try {
      return run(Parser.parse(source), streams);
    } catch (Unreadable unreadable) {
      streams.err().line("sh: " + unreadable.getMessage());
      return session.ended(2);
    } finally {
      session.back();
    }
  }

  private String output(String source) {
    Sink out = new Sink();
    run(source, new Streams(() -> new byte[0], out, new Sink()));
    return new String(out.taken(), StandardCharsets.UTF_8);
  }

  int run(Syntax syntax, Streams streams) {
    if (!session.goesOn()) {
      return session.last();
    }
    return switch (syntax) {
      case Syntax.Simple simple -> simple(simple, streams);
      case Syntax.Pipe(List<Syntax> parts, boolean negated) -> {
        int code = pipe(parts, streams);
        yield session.ended(negated ? code == 0 ? 1 : 0 : code);
      }
      case Syntax.Both(Syntax first, boolean ifWell, Syntax second) -> {
        int code = run(first, streams);
        yield (code == 0) == ifWell ? run(second, streams) : code;
      }
      case Syntax.Sequence(List<Syntax> parts) -> {
        parts.forEach(part -> run(part, streams));
        yield session.last();
      }
      case Syntax.For(String name, var words, Syntax body) -> {
        for (String each : expansion.fields(words)) {
          session.set(name, each);
          run(body, streams);
        }
        yield session.last();
      }
      case Syntax.If(Syntax condition, Syntax then, Syntax otherwise) ->
          run(run(condition, streams) == 0 ? then : otherwise, streams);
      case Syntax.While loop -> loop(loop, streams);
      case Syntax.Group(Syntax body, boolean apart) -> group(body, apart, streams);
    };
  }

  private int loop(Syntax.While loop, Streams streams) {
    while (session.goesOn() && (run(loop.condition(), streams) == 0) == loop.well()) {
      run(loop.body(), streams);
    }
    return session.last();
  }

  private int group(Syntax body, boolean apart, Streams streams) {
    String folder = session.folder();
    int code = run(body, streams);
    if (apart) {
      session.enter(folder);
    }
    return code;
  }

  private int pipe(List<Syntax> parts, Streams streams) {
    Call.Input input = streams.input();
    int code = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean end = i == parts.size() - 1;
      Sink out = end ? streams.out() : new Sink();
      code = run(parts.get(i), new Streams(input, out, streams.err()));
      byte[] written = end ? new byte[0] : out.taken();
      input = () -> written;
    }
    return code;
  }

  private int simple(Syntax.Simple simple, Streams streams) {
    List<String> words = expansion.fields(simple.words());
    for (Syntax.Assignment each : simple.assignments()) {
      session.set(each.name(), expansion.text(each.value()));
    }
    List<Redirection> files = new ArrayList<>();
    Optional<Streams> here = redirected(simple, streams, files);
    if (here.isEmpty()) {
      return session.ended(1);
    }
    int code = words.isEmpty() ? 0 : invoke(words, here.get());
    for (Redirection each : files) {
      code = each.write(session, streams.err()) ? code : 1;
    }
    return session.ended(code);
  }

  private Optional<Streams> redirected(
      Syntax.Simple simple, Streams streams, List<Redirection> files) {
    Streams here = streams;
    for (Syntax.Redirect each : simple.redirects()) {
      String target = expansion.text(each.target());
      switch (each.operator()) {
        case "<" -> {
          Call reader = new Call(session, "sh", List.of(), here.input(), here.out(), here.err());
          Optional<Entry> entry = reader.readable(session.machine().files(), target);
          if (entry.isEmpty()) {
            return Optional.empty();
          }
          byte[] bytes = entry.get().bytes();
          here = new Streams(() -> bytes, here.out(), here.err());
        }
        case ">&" ->
            here =
                target.equals("1")
                    ? new Streams(here.input(), here.out(), here.out())
                    : new Streams(here.input(), here.err(), here.err());
        default -> {
          Redirection file = new Redirection(target, each.operator().equals(">>"), new Sink());
          files.add(file);
          here =
              each.from() == 2
                  ? new Streams(here.input(), here.out(), file.sink())
                  : new Streams(here.input(), file.sink(), here.err());
        }
      }
    }
    return Optional.of(here);
  }

  /** What goes into a file. */
  private record Redirection(String target, boolean append, Sink sink) {
    boolean write(Session session, Sink err) {
      String path = session.path(target);
      if (path.equals("/dev/null")) {
        return true;
      }
      byte[] before =
          append
              ? session.machine().files().at(path).map(Entry::bytes).orElse(new byte[0])
              : new byte[0];
      Sink all = new Sink();
      all.write(before);
      all.write(sink.taken());
      return WritingPrograms.write(
          session,
          path,
          all.taken(),
          0644,
          why -> err.line("sh: can't create " + target + ": " + why));
    }
  }

  /** Runs a program by its name or path. */
  int invoke(List<String> words, Streams streams) {
    String name = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    Optional<Program> builtin = Builtins.of(name, this);
    Call call = new Call(session, name, rest, streams.input(), streams.out(), streams.err());
    if (builtin.isPresent()) {
      return builtin.get().run(call);
    }
    Optional<String> path = which(session, name);
    if (path.isEmpty()) {
      boolean folder = name.contains("/");
      streams
          .err()
          .line("sh: " + name + ": " + (folder ? "No such file or directory" : "not found"));
      return NOT_FOUND;
    }
    Entry entry = session.machine().files().at(path.get()).orElseThrow();
    if (!entry.executable() || !call.may(entry, 1)) {
      streams.err().line("sh: " + name + ": Permission denied");
      return NOT_RUN;
    }
    Optional<Program> program = Programs.at(session.machine().files(), path.get());
    if (program.isEmpty()) {
      streams.err().line("sh: " + name + ": what this program does is not simulated");
      return NOT_RUN;
    }
    return program.get().run(call);
  }

  /** Where a program lies that is called so. */
  static Optional<String> which(Session session, String name) {
    FileTree files = session.machine().files();
    if (name.contains("/")) {
      String path = session.path(name);
      return files.at(path).filter(e -> !e.folder()).map(e -> path);
    }
    String folders =
        session
            .variables()
            .getOrDefault("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    for (String folder : folders.split(":", -1)) {
      String path = Paths.below(folder.isEmpty() ? "/" : folder, name);
      if (files.at(path).filter(e -> e.kind() == Entry.Kind.FILE).isPresent()) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
