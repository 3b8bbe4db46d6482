package org.lazaretto.adapter.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "250m, 250",
    "1.5, 1500",
    "2, 2000",
    "1e3, 1000000",
    "100u, 1",
    "1n, 1",
    ".5, 500",
    "5., 5000"
  })
  void cpu_is_counted_in_thousandths_rounded_up(String text, long thousandths) {
    assertThat(Quantity.thousandths(text)).isEqualTo(thousandths);
  }

  @ParameterizedTest
  @CsvSource({
    "128Mi, 134217728",
    "1Gi, 1073741824",
    "1.5Ki, 1536",
    "128974848, 128974848",
    "129e6, 129000000",
    "129M, 129000000",
    "128974848000m, 128974848",
    "1E, 1000000000000000000",
    "1E3, 1000",
    "1e-3, 1",
    "8Ei, 9223372036854775807",
    "1e30, 9223372036854775807"
  })
  void bytes_are_counted_whole_and_end_at_the_largest_number(String text, long units) {
    assertThat(Quantity.units(text)).isEqualTo(units);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lots", "1.2.3", "-5", "1e999999999", "1Qi", "0x10", "1 Gi", "."})
  void what_is_no_amount_counts_as_nothing(String text) {
    assertThat(Quantity.units(text)).isZero();
  }

  @Test
  void a_very_long_number_costs_nothing() {
    assertThat(Quantity.units("9".repeat(1_000_000))).isZero();
  }
}
