package org.lazaretto.journal;

import org.lazaretto.plan.Actions;
import org.lazaretto.plan.Card;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Step;

/** Turns a step into what the journal keeps of it. */
final class StepNotes {
  private StepNotes() {}

  static Entry.StepNote of(Plan plan, Step step) {
    Card card = Cards.of(plan.cluster(), step);
    return new Entry.StepNote(
        plan.fingerprint(),
        step.id().toString(),
        Actions.word(step),
        step.target(),
        card.title(),
        Cards.alone(plan.cluster(), step).shell(),
        card.playbook().toString());
  }
}
