package org.lazaretto.range.cluster.node;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program writes: first its greeting, then lines for ever. No line is kept anywhere; each is
 * computed from the container and its number, so a log can be read from the middle and is the same
 * each time.
 *
 * @param every the mean time between lines; zero means that it is silent after the greeting
 * @param greeting written at the start, in this order
 * @param lines patterns to draw from; {@code {time}}, {@code {int:A-B}}, {@code {hex:N}}, {@code
 *     {brace}} and {@code {n}} are filled in
 */
public record LogProfile(Duration every, List<String> greeting, List<String> lines) {
  private static final Pattern SLOT =
      Pattern.compile("\\{(time|n|brace|int:([0-9]+)-([0-9]+)|hex:([0-9]+))}");

  /** Copies its lists. */
  public LogProfile {
    greeting = List.copyOf(greeting);
    lines = List.copyOf(lines);
    if (every.isNegative() || (!lines.isEmpty() && every.isZero())) {
      throw new IllegalArgumentException("lines need a time between them: " + every);
    }
  }

  /** A program that only says that it started. */
  public static LogProfile quiet() {
    return new LogProfile(Duration.ZERO, List.of("started"), List.of());
  }

  /**
   * One line of a log.
   *
   * @param at when it was written
   * @param text without line end
   */
  public record Line(Instant at, String text) {}

  /** A program that writes these lines, just as they stand, and then no more. */
  public static LogProfile literally(List<String> lines) {
    return new LogProfile(
        Duration.ZERO,
        lines.stream().map(line -> line.replace("{", "{brace}")).toList(),
        List.of());
  }

  /** How many lines a container has written that has run for so long. */
  public long count(Duration ran) {
    if (ran.isNegative()) {
      return 0;
    }
    return greeting.size() + (lines.isEmpty() ? 0 : ran.toNanos() / every.toNanos());
  }

  /**
   * A line by its number, from 0.
   *
   * @param started when the container was started
   * @param seed tells the container from others of the same image
   */
  public Line line(Instant started, long seed, long number) {
    if (number < greeting.size()) {
      Instant at = started.plusMillis(number);
      return new Line(at, filled(greeting.get((int) number), at, number, new Random(seed)));
    }
    long place = number - greeting.size();
    Random random = new Random(seed * 31 + place);
    random.nextInt();
    long jitter = (long) (random.nextDouble() * every.toNanos() * 0.9);
    Instant at = started.plus(every.multipliedBy(place)).plusNanos(jitter);
    return new Line(at, filled(lines.get(random.nextInt(lines.size())), at, number, random));
  }

  private static String filled(String pattern, Instant at, long number, Random random) {
    Matcher slot = SLOT.matcher(pattern);
    StringBuilder text = new StringBuilder();
    while (slot.find()) {
      slot.appendReplacement(text, Matcher.quoteReplacement(value(slot, at, number, random)));
    }
    return slot.appendTail(text).toString();
  }

  private static String value(Matcher slot, Instant at, long number, Random random) {
    String what = slot.group(1);
    if (what.equals("time")) {
      return at.toString();
    }
    if (what.equals("brace")) {
      return "{";
    }
    if (what.equals("n")) {
      return String.valueOf(number);
    }
    if (what.startsWith("int:")) {
      long from = Long.parseLong(slot.group(2));
      long span = Math.max(1, Long.parseLong(slot.group(3)) - from + 1);
      return String.valueOf(from + random.nextLong(span));
    }
    StringBuilder hex = new StringBuilder();
    for (int i = Integer.parseInt(slot.group(4)); i > 0; i--) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }
}
