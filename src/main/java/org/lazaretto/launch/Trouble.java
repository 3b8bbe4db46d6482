package org.lazaretto.launch;

import java.util.List;
import org.lazaretto.session.SessionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a session could not do into one message and the exit status it stands for. */
final class Trouble implements IExecutionExceptionHandler {
  private final Console console;

  Trouble(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed)
      throws Exception {
    if (problem instanceof SessionException known) {
      return told(known);
    }
    if (problem instanceof InterruptedException) {
      return interrupted();
    }
    throw problem;
  }

  /** Says what a session could not do. */
  int told(SessionException known) {
    List<String> lines = List.of(known.getMessage().split("\n", -1));
    console.say("lazaretto: " + lines.getFirst());
    lines.stream().skip(1).forEach(line -> console.say("  " + line));
    return status(known.kind());
  }

  /** Says that somebody ended the wait. */
  int interrupted() {
    Thread.currentThread().interrupt();
    console.say("lazaretto: interrupted; the journal says how far it came.");
    return ExitStatus.UNKNOWN;
  }

  /** Wrong words: what is wrong, then how the command is used. */
  int wrongUsage(CommandLine.ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    console.say("lazaretto: " + problem.getMessage());
    String name = command.getCommandSpec().qualifiedName();
    console.say("Nothing was changed. `" + name + " --help` lists what it takes.");
    return ExitStatus.USAGE;
  }

  static int status(SessionException.Kind kind) {
    return switch (kind) {
      case USAGE -> ExitStatus.USAGE;
      case UNAVAILABLE, UNAUTHORIZED, DENIED -> ExitStatus.UNAVAILABLE;
      case HELD, NOTHING -> ExitStatus.HELD;
      case BROKEN -> ExitStatus.FAILED;
    };
  }
}
