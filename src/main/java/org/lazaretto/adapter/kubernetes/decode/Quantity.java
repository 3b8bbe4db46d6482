package org.lazaretto.adapter.kubernetes.decode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A resource quantity such as {@code 250m}, {@code 1.5}, {@code 128Mi} or {@code 1e3}, as the page
 * "Quantity" of the Kubernetes reference defines it. Rounded up as the server does; what is no
 * quantity counts as zero; what is too large as the largest number.
 */
final class Quantity {
  private static final Pattern FORM =
      Pattern.compile("([+-]?[0-9.]{1,40})(?:[eE]([+-]?[0-9]{1,2})|([numkMGTPE]|[KMGTPE]i)?)");
  private static final Map<String, BigDecimal> FACTORS =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("E", new BigDecimal("1e18")),
          Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
          Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
          Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
          Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
          Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
          Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

  private Quantity() {}

  /** In thousandths, as CPU is counted. */
  static long thousandths(String text) {
    return rounded(parse(text).movePointRight(3));
  }

  /** In whole units, as bytes and pods are counted. */
  static long units(String text) {
    return rounded(parse(text));
  }

  private static BigDecimal parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal number = new BigDecimal(form.group(1));
      if (form.group(2) != null) {
        return number.scaleByPowerOfTen(Integer.parseInt(form.group(2)));
      }
      return form.group(3) == null ? number : number.multiply(FACTORS.get(form.group(3)));
    } catch (NumberFormatException notANumber) {
      return BigDecimal.ZERO;
    }
  }

  private static long rounded(BigDecimal value) {
    if (value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return Long.MAX_VALUE;
    }
    return value.signum() < 0 ? 0 : value.setScale(0, RoundingMode.CEILING).longValueExact();
  }
}
