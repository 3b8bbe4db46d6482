package org.lazaretto.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command as a list of words plus optional standard input; quoted once, here.
 *
 * @param words the program and its arguments
 * @param input what it reads from standard input
 */
public record Command(List<String> words, Optional<String> input) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /** Copies what it is given. */
  public Command {
    words = List.copyOf(words);
  }

  /** A command that reads nothing. */
  public static Command of(List<String> words) {
    return new Command(words, Optional.empty());
  }

  /** One line for a POSIX shell; pasting it does what the step does. */
  public String shell() {
    String line = words.stream().map(Command::quote).collect(Collectors.joining(" "));
    return input.map(text -> "printf %s " + quote(text) + " | " + line).orElse(line);
  }

  private static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
