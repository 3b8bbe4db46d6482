package org.lazaretto.plan.order;

import java.util.List;

/**
 * The four orders with their price, and the one that the answers ask for. The responder chooses;
 * the choice is journalled, and choosing another one is no waiver.
 *
 * @param answers one a question, computed from the live state or given
 * @param proposed the order that follows from the answers
 * @param why the rule that led to it
 * @param offers all four, in a fixed order
 */
public record Proposal(List<Answer> answers, NamedOrder proposed, String why, List<Offer> offers) {
  /** Copies what it is given. */
  public Proposal {
    answers = List.copyOf(answers);
    offers = List.copyOf(offers);
  }

  /** What that order would be here. */
  public Offer offer(NamedOrder order) {
    return offers.stream().filter(offer -> offer.order() == order).findFirst().orElseThrow();
  }
}
