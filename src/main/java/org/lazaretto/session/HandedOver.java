package org.lazaretto.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lazaretto.journal.Entry;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;

/**
 * A plan that was given to somebody else, and how each of its steps stands in the case.
 *
 * @param lines one a step, in the plan's order
 */
public record HandedOver(Plan plan, List<Line> lines) {
  /** Copies what it is given. */
  public HandedOver {
    lines = List.copyOf(lines);
  }

  /**
   * One step.
   *
   * @param told what was last said about it, by whom; empty as long as nobody said anything
   * @param left whether it is still to be done
   */
  public record Line(Step step, Optional<Told> told, boolean left) {}

  /**
   * What somebody said to have done, and what a fresh read said of it.
   *
   * @param verdict its word; empty if no read followed
   * @param read the read's words
   */
  public record Told(String by, Instant at, String how, String verdict, String read) {}

  /** The plan as the case's journal knows it. */
  static HandedOver of(Plan plan, List<JournalLine> journal) {
    Map<String, Told> told = new LinkedHashMap<>();
    for (JournalLine line : journal) {
      if (line.entry() instanceof Entry.DoneElsewhere done
          && done.step().fingerprint().equals(plan.fingerprint())) {
        told.put(done.step().step(), new Told(done.by(), done.at(), done.how(), "", ""));
      } else if (line.entry() instanceof Entry.Verified read
          && read.fingerprint().equals(plan.fingerprint())) {
        told.computeIfPresent(
            read.step(),
            (_, before) ->
                new Told(before.by(), before.at(), before.how(), read.verdict(), read.text()));
      }
    }
    List<Step> left = PaperWork.left(plan, journal);
    List<Line> lines = new ArrayList<>();
    for (Step step : plan.steps()) {
      Optional<Told> said = Optional.ofNullable(told.get(step.id().toString()));
      lines.add(new Line(step, said, left.contains(step)));
    }
    return new HandedOver(plan, lines);
  }

  /** The steps that are still to be done. */
  public List<Step> left() {
    return lines.stream().filter(Line::left).map(Line::step).toList();
  }
}
