package org.lazaretto.range.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs commands in a container. Each method answers at once and says how long it would take. */
public final class Shell {
  private final Session session;
  private final Interpreter interpreter;

  /** A shell in a container. */
  public Shell(Machine machine) {
    this.session = new Session(machine);
    this.interpreter = new Interpreter(session);
  }

  /** What came of a command. Its arrays are nobody else's. */
  public static final class Outcome {
    private final int code;
    private final byte[] out;
    private final byte[] err;
    private final Duration took;
    private final Duration delay;

    private Outcome(int code, byte[] out, byte[] err, Duration took, Duration delay) {
      this.code = code;
      this.out = out;
      this.err = err;
      this.took = took;
      this.delay = delay;
    }

    /** Its exit code. */
    public int code() {
      return code;
    }

    /** What it wrote. */
    public byte[] out() {
      return out;
    }

    /** What it complained. */
    public byte[] err() {
      return err;
    }

    /** How long it would take. */
    public Duration took() {
      return took;
    }

    /** How long to wait for it: waiting for an answer that does not come is cut short. */
    public Duration delay() {
      return delay;
    }

    /** Whether it never ends by itself. */
    public boolean endless() {
      return took.compareTo(Session.FOR_EVER) >= 0;
    }
  }

  /** Why a command cannot even be begun, in the container runtime's words, if it cannot. */
  public Optional<String> obstacle(List<String> words) {
    String name = words.getFirst();
    String quoted = "exec: \"" + name + "\": ";
    Optional<String> path = Interpreter.which(session, name);
    if (path.isEmpty()) {
      return Optional.of(
          name.contains("/")
              ? quoted + "stat " + name + ": no such file or directory"
              : quoted + "executable file not found in $PATH");
    }
    Entry entry = session.machine().files().at(path.get()).orElseThrow();
    return entry.executable() ? Optional.empty() : Optional.of(quoted + "permission denied");
  }

  /**
   * Runs one command, as it is given, without a shell.
   *
   * @param input what it can read; empty if that has not all come yet
   * @return empty if it wants more input than there is
   */
  public Optional<Outcome> run(List<String> words, Optional<byte[]> input) {
    Sink out = new Sink();
    Sink err = new Sink();
    session.fresh();
    try {
      int code = interpreter.invoke(words, streams(input, out, err));
      return Optional.of(outcome(session.exit().orElse(code), out, err));
    } catch (Call.Awaited wanting) {
      return Optional.empty();
    }
  }

  private static Interpreter.Streams streams(Optional<byte[]> input, Sink out, Sink err) {
    return new Interpreter.Streams(() -> input.orElseThrow(Call.Awaited::new), out, err);
  }

  private Outcome outcome(int code, Sink out, Sink err) {
    return new Outcome(code, out.taken(), err.taken(), session.took(), session.delay());
  }

  /** Whether a text is a whole command line, or goes on in the next. */
  public boolean complete(String text) {
    try {
      Parser.parse(text);
      return true;
    } catch (Syntax.Unreadable unreadable) {
      return !unreadable.incomplete();
    }
  }

  /** Carries out a command line and remembers what it changed in the shell. */
  public Outcome line(String text) {
    Sink out = new Sink();
    Sink err = new Sink();
    session.fresh();
    int code = interpreter.run(text, streams(Optional.of(new byte[0]), out, err));
    return outcome(code, out, err);
  }

  /** The code with which {@code exit} was called, if it was. */
  public Optional<Integer> exited() {
    return session.exit();
  }

  /** The last command was broken off by the user. */
  public void interrupted() {
    session.ended(130);
  }

  /** The code of the last command. */
  public int last() {
    return session.last();
  }

  /** It is on a terminal of this size now. */
  public void window(int columns, int rows) {
    session.window(columns, rows);
  }

  /** What stands in front of the next line. */
  public String prompt() {
    return session.folder() + (session.machine().user().id() == 0 ? " # " : " $ ");
  }

  /** Whether a program can be played, by its name or path. */
  public static boolean knows(String program) {
    String name = program.replaceFirst("^(/usr)?/s?bin/", "");
    return Programs.NAMES.contains(name) || name.equals("busybox");
  }

  /** Whether these words are a shell that reads its commands from its input. */
  public static boolean isInteractive(List<String> words) {
    return List.of("sh", "ash", "/bin/sh", "/bin/ash").contains(words.getFirst())
        && words.stream().skip(1).allMatch(w -> w.matches("-[il]+"));
  }
}
