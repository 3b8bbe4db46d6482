package org.lazaretto.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import org.lazaretto.model.HostileText;

/**
 * Where the command line prints: results to standard output, messages and progress to standard
 * error. Everything that may come from a cluster is made visible before a terminal sees it.
 */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** One line of the result. */
  void print(String line) {
    out.println(HostileText.visible(line));
  }

  /** One line for the person who waits. */
  void say(String line) {
    err.println(HostileText.visible(line));
  }

  /** A text of ours with line breaks, such as a help page. */
  void page(String text) {
    text.lines().forEach(this::print);
  }

  /** A JSON document that is written already. */
  void document(String json) {
    out.print(shown(json));
    out.flush();
  }

  /**
   * The same document. Beyond ASCII a terminal obeys some characters too; they can stand in texts
   * only, where an escape says the same.
   */
  private static String shown(String json) {
    StringBuilder shown = new StringBuilder(json.length());
    json.codePoints()
        .forEach(point -> {
          String one = Character.toString(point);
          if (point < 0x7f || HostileText.visible(one).equals(one)) {
            shown.append(one);
          } else {
            one.chars().forEach(unit -> shown.append("\\u%04x".formatted(unit)));
          }
        });
    return shown.toString();
  }

  /** The one JSON document of a command under {@code --json}. */
  void json(Object document) {
    try {
      out.println(shown(Json.MAPPER.writeValueAsString(document)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own values are JSON", e);
    }
  }

  /** Made when the first document is written: the window writes none and need not wait for it. */
  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);
  }
}
