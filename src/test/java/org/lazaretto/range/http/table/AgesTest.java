package org.lazaretto.range.http.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
  @ParameterizedTest
  @CsvSource({
    "PT-5S,<invalid>",
    "PT-0.5S,0s",
    "PT0S,0s",
    "PT119S,119s",
    "PT120S,2m",
    "PT190S,3m10s",
    "PT599S,9m59s",
    "PT600S,10m",
    "PT179M,179m",
    "PT180M,3h",
    "PT5H12M,5h12m",
    "PT8H1M,8h",
    "PT47H,47h",
    "P2D,2d",
    "P2DT4H,2d4h",
    "P8D,8d",
    "P729D,729d",
    "P730D,2y",
    "P740D,2y10d",
    "P3000D,8y"
  })
  void ages_read_as_kubectl_shows_them(Duration age, String shown) {
    assertThat(Ages.of(age)).isEqualTo(shown);
  }

  @Test
  void what_is_no_time_has_no_age() {
    assertThat(Ages.since(MissingNode.getInstance(), Instant.EPOCH)).isEqualTo("<unknown>");
    assertThat(Ages.since(TextNode.valueOf("soon"), Instant.EPOCH)).isEqualTo("<unknown>");
  }
}
