package org.lazaretto.range.cluster.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule as {@code cron} writes it, in UTC: minute, hour, day of the month, month, day of the
 * week; or one of {@code @hourly} and its like. Names of months and days are not known.
 */
record CronSchedule(List<BitSet> fields, boolean anyDay, boolean anyWeekday) {
  private static final Map<String, String> WORDS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");
  private static final int[] LEAST = {0, 0, 1, 1, 0};
  private static final int[] MOST = {59, 23, 31, 12, 7};
  private static final Duration HORIZON = Duration.ofDays(366);

  /** Reads a schedule; nothing if it is none. */
  static Optional<CronSchedule> parse(String text) {
    String[] words = WORDS.getOrDefault(text.strip(), text.strip()).split("\\s+", -1);
    if (words.length != LEAST.length) {
      return Optional.empty();
    }
    BitSet[] fields = new BitSet[LEAST.length];
    for (int i = 0; i < LEAST.length; i++) {
      fields[i] = field(words[i], LEAST[i], MOST[i]);
      if (fields[i].isEmpty()) {
        return Optional.empty();
      }
    }
    if (fields[4].get(7)) {
      fields[4].set(0);
    }
    return Optional.of(
        new CronSchedule(List.of(fields), words[2].startsWith("*"), words[4].startsWith("*")));
  }

  private static BitSet field(String text, int least, int most) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      if (!part.matches("(\\*|[0-9]{1,2}(-[0-9]{1,2})?)(/[0-9]{1,2})?")) {
        return new BitSet();
      }
      String[] stepped = part.split("/", -1);
      int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
      String[] ends = stepped[0].split("-", -1);
      int from = ends[0].equals("*") ? least : Integer.parseInt(ends[0]);
      int to = ends[0].equals("*") ? most : Integer.parseInt(ends[ends.length - 1]);
      to = stepped.length > 1 && ends.length == 1 ? most : to;
      if (step < 1 || from < least || to > most) {
        return new BitSet();
      }
      for (int value = from; value <= to; value += step) {
        values.set(value);
      }
    }
    return values;
  }

  /** The first time after a moment; nothing within a year if there is none. */
  Optional<Instant> after(Instant moment) {
    ZonedDateTime time = moment.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime end = time.plus(HORIZON);
    time = time.plusMinutes(1);
    while (time.isBefore(end)) {
      if (!fields.get(3).get(time.getMonthValue()) || !day(time)) {
        time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
      } else if (!fields.get(1).get(time.getHour())) {
        time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!fields.get(0).get(time.getMinute())) {
        time = time.plusMinutes(1);
      } else {
        return Optional.of(time.toInstant());
      }
    }
    return Optional.empty();
  }

  /** Where both days are restricted, either will do. */
  private boolean day(ZonedDateTime time) {
    boolean ofMonth = fields.get(2).get(time.getDayOfMonth());
    boolean ofWeek = fields.get(4).get(time.getDayOfWeek().getValue() % 7);
    return (anyDay || anyWeekday) ? ofMonth && ofWeek : ofMonth || ofWeek;
  }
}
