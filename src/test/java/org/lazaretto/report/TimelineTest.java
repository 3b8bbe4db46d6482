package org.lazaretto.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lazaretto.report.Timeline.Bar;
import org.lazaretto.report.Timeline.Drawing;
import org.lazaretto.report.Timeline.Label;
import org.lazaretto.report.Timeline.Moment;

class TimelineTest {
  @Test
  void the_moments_tell_in_words_what_the_drawing_shows() {
    assertThat(SampleCases.contained().report().timeline().moments())
        .containsExactly(
            new Moment("11:48:41", "", "two suspects marked"),
            new Moment("11:59:53", "11:59:55", "freeze"),
            new Moment("12:01:25", "12:01:26", "cordon ×2"),
            new Moment("12:01:25", "12:01:26", "verify"),
            new Moment("12:05:32", "12:09:23", "evacuate ×9"),
            new Moment("12:05:51", "12:09:23", "verify"),
            new Moment("12:09:23", "", "contained"));
  }

  @Test
  void a_case_over_midnight_shows_dates() {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines").afterMinutes(900);
    script.plan("cordon", SampleCases.CORDON, 1).cordons(SampleCases.CORDON, "10-0-1-17");

    assertThat(script.report().timeline().moments().getFirst().start()).isEqualTo("11-21 11:48:41");
    assertThat(script.report().timeline().moments().getLast().start()).startsWith("11-22");
  }

  @RepeatedTest(60)
  void labels_never_lie_on_each_other_and_bars_of_the_track_never_either(RepetitionInfo info) {
    Drawing drawing = random(new Random(info.getCurrentRepetition())).timeline().drawing();

    List<Label> labels = drawing.labels();
    for (int i = 0; i < labels.size(); i++) {
      Label one = labels.get(i);
      assertThat(one.y()).isBetween(9, drawing.height() - 2);
      assertThat(one.x() - width(one) / 2).isGreaterThanOrEqualTo(-1);
      assertThat(one.x() + width(one) / 2).isLessThanOrEqualTo(TimelineDrawing.WIDTH + 1);
      for (Label other : labels.subList(i + 1, labels.size())) {
        boolean apart =
            Math.abs(one.y() - other.y()) >= 12
                || Math.abs(one.x() - other.x()) >= (width(one) + width(other)) / 2;
        assertThat(apart).as("%s and %s", one, other).isTrue();
      }
    }
    List<Bar> track = drawing.bars().stream().filter(b -> !b.tone().equals("verify")).toList();
    for (int i = 1; i < track.size(); i++) {
      assertThat(track.get(i).x()).isGreaterThan(track.get(i - 1).x() + track.get(i - 1).width());
    }
  }

  private static double width(Label label) {
    return label.text().length() * 6.5;
  }

  private static IncidentReport random(Random random) {
    CaseScript script = CaseScript.begin().marks("p", "10-0-1-17", "mines");
    int runs = 1 + random.nextInt(9);
    for (int run = 0; run < runs; run++) {
      script.afterMinutes(random.nextDouble() * (random.nextBoolean() ? 30 : 0.5));
      String plan = "%064x".formatted(run + 1);
      if (random.nextBoolean()) {
        script.cordons(plan, "10-0-1-" + run);
      } else {
        script.evicts(plan, "orders-" + run, random.nextInt(600_000));
      }
    }
    return script.report();
  }
}
