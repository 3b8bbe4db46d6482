package org.lazaretto.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lazaretto.report.Timeline.Bar;
import org.lazaretto.report.Timeline.Dot;
import org.lazaretto.report.Timeline.Drawing;
import org.lazaretto.report.Timeline.Moment;
import org.lazaretto.report.Timeline.Tick;

/** Lays the phases along one axis, true to time but for a smallest width. */
final class TimelineDrawing {
  /** The picture's width. */
  static final int WIDTH = 788;

  private static final int MARGIN = 14;
  private static final int SMALLEST = 7;
  private static final List<Integer> STEPS =
      List.of(1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400);

  private final Instant start;
  private final long span;

  private TimelineDrawing(Instant start, Instant end) {
    this.start = start;
    this.span = Math.max(1, Duration.between(start, end).toMillis());
  }

  static Timeline of(CaseStory story) {
    List<Phases.Phase> phases = Phases.of(story);
    List<Moment> moments = phases.stream().map(phase -> moment(story, phase)).toList();
    if (phases.isEmpty()) {
      return new Timeline(moments, new Drawing(0, 0, List.of(), List.of(), List.of(), List.of()));
    }
    Instant end =
        phases.stream().map(Phases.Phase::end).max(Comparator.naturalOrder()).orElseThrow();
    return new Timeline(
        moments, new TimelineDrawing(phases.getFirst().start(), end).draw(phases, end));
  }

  private static Moment moment(CaseStory story, Phases.Phase phase) {
    String start = story.times().brief(phase.start());
    String end = story.times().brief(phase.end());
    return new Moment(start, end.equals(start) ? "" : end, phase.text());
  }

  private Drawing draw(List<Phases.Phase> phases, Instant end) {
    List<Bar> bars = bars(phases);
    List<Dot> dots =
        phases.stream()
            .filter(Phases.Phase::point)
            .map(phase -> new Dot(x(phase.start()), phase.tone()))
            .toList();
    List<Tick> ticks = ticks(end);
    LabelPlacement labels = new LabelPlacement(ticks);
    int bar = 0;
    for (Phases.Phase phase : phases) {
      if (phase.point()) {
        labels.place(x(phase.start()), phase.tone(), phase.text());
      } else {
        Bar shape = bars.get(bar++);
        labels.place(shape.x() + shape.width() / 2, phase.tone(), phase.text());
      }
    }
    return labels.finish(bars, dots);
  }

  /** Bars of the same track never lie on each other: a later one gives way by a few pixels. */
  private List<Bar> bars(List<Phases.Phase> phases) {
    List<Bar> bars = new ArrayList<>();
    int free = 0;
    for (Phases.Phase phase : phases) {
      if (!phase.point()) {
        boolean strip = phase.tone().equals("verify");
        int from = strip ? x(phase.start()) : Math.max(x(phase.start()), free);
        int width = Math.max(SMALLEST, x(phase.end()) - from);
        bars.add(new Bar(from, width, phase.tone()));
        free = strip ? free : from + width + 2;
      }
    }
    return bars;
  }

  private int x(Instant at) {
    long since = Duration.between(start, at).toMillis();
    return MARGIN + (int) (since * (WIDTH - 2 * MARGIN) / span);
  }

  private List<Tick> ticks(Instant end) {
    long seconds = span / 1000;
    boolean fine = seconds < 600;
    int step = STEPS.stream().filter(s -> seconds / s <= 6).findFirst().orElse(86_400);
    List<Tick> ticks = new ArrayList<>();
    ticks.add(tick(start, fine));
    Tick last = tick(end, fine);
    long at = (start.getEpochSecond() / step + 1) * step;
    for (; at < end.getEpochSecond(); at += step) {
      Tick tick = tick(Instant.ofEpochSecond(at), fine);
      if (tick.x() - ticks.getLast().x() > 62 && last.x() - tick.x() > 62) {
        ticks.add(tick);
      }
    }
    if (last.x() - ticks.getLast().x() > 62) {
      ticks.add(last);
    }
    return ticks;
  }

  private Tick tick(Instant at, boolean fine) {
    int x = Math.clamp(x(at), MARGIN + 12, WIDTH - MARGIN - 12);
    return new Tick(x, Times.clock(at, fine));
  }
}
