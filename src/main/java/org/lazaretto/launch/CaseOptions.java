package org.lazaretto.launch;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which case, and who works on it. */
final class CaseOptions {
  @Option(
      names = "--case",
      required = true,
      paramLabel = "DIR",
      description = "The case folder; it is made if there is none.")
  private Path folder = Path.of("");

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description = "Who is at the keyboard: name and role (default: the OS account).")
  private Optional<String> operator = Optional.empty();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The title of a case that is made now.")
  private Optional<String> title = Optional.empty();

  @Option(
      names = "--exercise",
      description = "A case that is made now belongs to an exercise; its report says so.")
  private boolean exercise;

  Path folder() {
    return folder;
  }

  Optional<String> operator() {
    return operator;
  }

  Optional<String> title() {
    return title;
  }

  boolean exercise() {
    return exercise;
  }
}
