package org.lazaretto.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryTest {
  @Test
  void words_become_terms_and_prefixes_confine_them() {
    assertThat(Query.parse(" Pay  ns:Shop digest:sha256:4be1").terms())
        .containsExactly(
            new Query.Term(Optional.empty(), "pay"),
            new Query.Term(Optional.of(Field.NAMESPACE), "shop"),
            new Query.Term(Optional.of(Field.DIGEST), "sha256:4be1"));
  }

  @Test
  void every_prefix_that_is_shown_is_understood() {
    for (Field field : Field.values()) {
      assertThat(Query.parse(field.prefix() + ":x").terms())
          .containsExactly(new Query.Term(Optional.of(field), "x"));
    }
  }

  @Test
  void an_unknown_prefix_belongs_to_the_word() {
    assertThat(Query.parse("sha256:4be1 registry:5000/a fe80::1 :x").terms())
        .extracting(Query.Term::text)
        .containsExactly("sha256:4be1", "registry:5000/a", "fe80::1", ":x");
  }

  @Test
  void a_prefix_without_a_word_is_not_yet_a_term() {
    assertThat(Query.parse("ns:").isEmpty()).isTrue();
    assertThat(Query.parse("  \t\n").isEmpty()).isTrue();
    assertThat(Query.parse("").isEmpty()).isTrue();
  }

  @Test
  void what_nobody_types_is_cut() {
    assertThat(Query.parse("a ".repeat(100_000)).terms()).hasSize(Query.MOST_TERMS);
    assertThat(Query.parse("a".repeat(100_000)).terms().getFirst().text()).hasSize(2_000);
  }

  @Test
  void no_text_makes_it_throw() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(40), 0, 0x2100).forEach(c -> text.append((char) c));
      text.append((char) (0xD800 + random.nextInt(0x800))).append("ns:/:").append('\u200b');
      assertThatCode(() -> Query.parse(text.toString())).doesNotThrowAnyException();
    }
  }
}
