package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Optional;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Actions;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Loaded;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.run.Runs;

/** What the main button says on each page. */
final class MainActions {
  private final WizardViewModel wizard;
  private final Runs runs;

  MainActions(WizardViewModel wizard, Runs runs) {
    this.wizard = wizard;
    this.runs = runs;
  }

  MainAction now() {
    return switch (wizard.stageProperty().get()) {
      case CHOOSE ->
          wizard.live().nothing().isPresent()
              ? MainAction.possible(Texts.of("wizard.main.nothing"))
              : onward(Texts.of("wizard.main.consequences"));
      case CONSEQUENCES -> onward(Texts.of("wizard.main.preview"));
      case PREVIEW -> approving();
      case APPROVE -> send();
      case RUN -> result();
      case RESULT -> afterwards();
    };
  }

  private MainAction approving() {
    if (byHand()) {
      return MainAction.blocked(Texts.of("wizard.main.byHand"), Texts.of("wizard.hint.byHand"));
    }
    return onward(
        wizard
            .live()
            .current()
            .map(PlanWords::approving)
            .orElseGet(() -> Texts.of("wizard.main.approve")));
  }

  /** Only a sheet carries out what Kubernetes cannot do; what comes before it can be sent. */
  private boolean byHand() {
    return wizard
        .live()
        .current()
        .flatMap(proposal -> proposal.plan().steps().stream().findFirst())
        .filter(Actions::byHand)
        .isPresent();
  }

  private MainAction onward(String label) {
    if (wizard.live().current().isPresent()) {
      return MainAction.possible(label);
    }
    Loaded<Proposal> proposal = wizard.live().proposalProperty().get();
    String hint =
        wizard.draft().request().isEmpty()
            ? Texts.of("wizard.hint.choose")
            : proposal
                .failure()
                .map(this::unplanned)
                .orElseGet(() -> Texts.of("wizard.hint.planning"));
    return MainAction.blocked(label, hint);
  }

  /** The first page says itself why there is no plan; on the others it comes out of the blue. */
  private String unplanned(Failure failure) {
    return wizard.stageProperty().get() == Stage.CHOOSE
        ? Texts.of("wizard.hint.noPlan")
        : Texts.of("wizard.hint.noPlanNow", HostileText.visible(failure.words()));
  }

  private MainAction send() {
    Optional<Proposal> proposal = wizard.live().current();
    if (proposal.isEmpty()) {
      return onward(Texts.of("wizard.main.approve"));
    }
    String deed = PlanWords.deed(proposal.get());
    boolean destructive = PlanWords.destructive(proposal.get().plan());
    List<Obstacle> obstacles = wizard.judgement().obstaclesProperty().get();
    String hint =
        switch (obstacles.size()) {
          case 0 -> "";
          case 1 -> obstacles.getFirst().text();
          default -> Texts.of("wizard.hint.obstacles", obstacles.size());
        };
    return new MainAction(deed, obstacles.isEmpty(), destructive, hint);
  }

  private MainAction result() {
    String label = Texts.of("wizard.main.result");
    return runs.underWay().isPresent()
        ? MainAction.blocked(label, Texts.of("wizard.hint.running"))
        : MainAction.possible(label);
  }

  private MainAction afterwards() {
    String without = wizard.worked() ? "wizard.main.close" : "wizard.main.again";
    return MainAction.possible(
        wizard
            .next()
            .map(next -> Texts.of("wizard.main.next", next.words()))
            .orElseGet(() -> Texts.of(without)));
  }
}
