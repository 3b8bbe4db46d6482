package org.lazaretto.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Console console = new Console(out, out);

  @Test
  void a_json_document_says_the_same_and_holds_nothing_that_a_terminal_obeys() {
    console.json(Map.of("pod", "a\u202eb\u009b31m\u001bc\ud83d\ude00ü\udb40\udc01"));
    console.document("{\n  \"pod\" : \"a\u202eb\"\n}\n");

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("\"a\\u202eb\\u009b31m\\u001Bc\ud83d\ude00ü\\udb40\\udc01\"")
        .endsWith("{\n  \"pod\" : \"a\\u202eb\"\n}\n");
  }
}
