package org.lazaretto.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BasisTest {
  private static final Pattern ID = Pattern.compile("\\b[TRI]-\\d\\d\\b(?! is no rule)");

  /** The ids of the document, which a test of its own compares with the rules. */
  private static Set<String> documented() throws IOException {
    Matcher found = ID.matcher(Files.readString(Path.of("docs/consequences.md")));
    Set<String> ids = new TreeSet<>();
    while (found.find()) {
      ids.add(found.group());
    }
    return ids;
  }

  @Test
  void each_consequence_says_from_what_it_is_computed() throws IOException {
    assertThat(documented())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(Basis.of(id)).as(id).isPresent());
  }

  @Test
  void an_id_that_no_rule_has_says_nothing() {
    assertThat(Basis.of("T-99")).isEmpty();
  }
}
