package org.lazaretto.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpansTest {
  @Test
  void a_span_is_told_in_two_units_at_most() {
    assertThat(Spans.words(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(Spans.words(Duration.ofSeconds(3_599))).isEqualTo("59 min");
    assertThat(Spans.words(Duration.ofMinutes(192))).isEqualTo("3 h 12 min");
    assertThat(Spans.words(Duration.ofHours(1_234))).isEqualTo("51 d 10 h");
  }

  @Test
  void clocks_that_disagree_make_no_negative_span() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(Spans.between(now.plusSeconds(5), now)).isEqualTo("0 s");
  }

  @Test
  void a_digest_is_told_by_its_two_ends() {
    assertThat(Image.brief("sha256:4be1aaaaaaaaaaaa90aa")).isEqualTo("sha256:4be1…90aa");
    assertThat(Image.brief("sha256:4be1")).isEqualTo("sha256:4be1");
    assertThat(Image.of("app:1", "docker.io/app@sha256:aa"))
        .isEqualTo(new Image("app:1", java.util.Optional.of("sha256:aa")));
    assertThat(Image.of("app@sha256:bb", "").name()).isEqualTo("app");
    assertThat(Image.of("", "").digest()).isEmpty();
  }

  @Test
  void amounts_are_told_in_the_unit_that_fits() {
    assertThat(Amounts.cores(2_000)).isEqualTo("2");
    assertThat(Amounts.cores(1_930)).isEqualTo("1.93");
    assertThat(Amounts.bytes(0)).isEqualTo("0 B");
    assertThat(Amounts.bytes(8_124_416L * 1_024)).isEqualTo("7.7 GiB");
    assertThat(Amounts.bytes(16L << 30)).isEqualTo("16 GiB");
  }
}
