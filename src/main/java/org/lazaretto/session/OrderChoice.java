package org.lazaretto.session;

import org.lazaretto.journal.Entry;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;

/** The order of the wizards as a responder chooses it, for one case. */
public final class OrderChoice {
  private OrderChoice() {}

  /**
   * Journals the choice with the answers and the price that were shown.
   *
   * @param reason the responder's words; may be empty
   * @throws SessionException HELD if the case is about another cluster
   */
  public static void record(
      ClusterSession session, CaseDesk desk, Proposal shown, NamedOrder chosen, String reason)
      throws SessionException {
    desk.bind(session.cluster(), session.caller());
    desk.write(entry(shown, chosen, reason));
  }

  static Entry.OrderChosen entry(Proposal shown, NamedOrder chosen, String reason) {
    return new Entry.OrderChosen(
        chosen.word(),
        shown.proposed().word(),
        shown.answers().stream().map(Answer::spoken).toList(),
        shown.offer(chosen).price(),
        reason);
  }
}
