package org.lazaretto.session;

import java.util.EnumMap;
import java.util.Map;
import org.lazaretto.journal.Entry;
import org.lazaretto.plan.order.Answer;
import org.lazaretto.plan.order.NamedOrder;
import org.lazaretto.plan.order.Proposal;
import org.lazaretto.plan.order.Question;

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
        reason,
        shown.answers().stream().map(OrderChoice::reply).toList());
  }

  private static Entry.Reply reply(Answer answer) {
    return new Entry.Reply(answer.question().word(), answer.reply().word(), answer.given());
  }

  /**
   * The responder's own answers at that choice; none in a journal of an earlier version, and none
   * to what only a newer one asks.
   */
  public static Map<Question, Answer.Reply> given(Entry.OrderChosen chosen) {
    Map<Question, Answer.Reply> given = new EnumMap<>(Question.class);
    for (Entry.Reply said : chosen.replies()) {
      for (Question question : Question.values()) {
        for (Answer.Reply reply : Answer.Reply.values()) {
          if (said.given()
              && question.word().equals(said.question())
              && reply.word().equals(said.reply())) {
            given.put(question, reply);
          }
        }
      }
    }
    return given;
  }
}
