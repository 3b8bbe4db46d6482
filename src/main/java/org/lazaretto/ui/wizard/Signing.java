package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lazaretto.execute.Waiver;
import org.lazaretto.session.Order;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Signature;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** What a signature has to say before a plan is sent. */
final class Signing {
  private Signing() {}

  /** What is missing of it. */
  static List<Obstacle> missing(Proposal proposal, Signature signature) {
    List<Obstacle> missing = new ArrayList<>();
    Optional<String> word = PlanWords.typedWord(proposal);
    if (signature.decidedBy().isBlank()) {
      missing.add(new Obstacle(Stage.APPROVE, Texts.of("wizard.obstacle.who")));
    }
    if (asksWhy(proposal) && signature.reason().isBlank()) {
      String wizard = proposal.plan().wizard().word();
      missing.add(new Obstacle(Stage.APPROVE, Texts.of("wizard.obstacle.why." + wizard)));
    }
    if (word.isPresent() && !signature.typed().strip().equals(word.get())) {
      missing.add(new Obstacle(Stage.APPROVE, Texts.of("wizard.obstacle.typed", word.get())));
    }
    return missing;
  }

  /** Whether it has to be said why: what does not come back is not done without a word. */
  static boolean asksWhy(Proposal proposal) {
    return PlanWords.typedWord(proposal).isPresent();
  }

  /** What is carried out in the name of who signed. */
  static Order order(Proposal proposal, List<Waiver> waivers, Signature signature) {
    String reason = signature.reason();
    return new Order(
        proposal.plan(),
        proposal.fingerprint(),
        waivers,
        reason.isBlank() ? "marked in the window" : reason);
  }
}
