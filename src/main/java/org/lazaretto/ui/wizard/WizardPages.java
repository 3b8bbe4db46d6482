package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.lazaretto.plan.Plan;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** The pages of every wizard. */
final class WizardPages implements PageMaker {
  private final Exit exit;
  private final HandingOver handingOver;
  private final Consumer<Plan> showInJournal;

  WizardPages(Exit exit, HandingOver handingOver, Consumer<Plan> showInJournal) {
    this.exit = exit;
    this.handingOver = handingOver;
    this.showInJournal = showInJournal;
  }

  @Override
  public Page page(Stage stage, WizardViewModel wizard) {
    return switch (stage) {
      case CHOOSE -> new ChoosePage(wizard, exit);
      case CONSEQUENCES -> new ConsequencesPage(wizard);
      case PREVIEW -> new PreviewPage(wizard);
      case APPROVE -> new ApprovePage(wizard);
      case RUN -> new RunPage(wizard.run().orElseThrow());
      case RESULT -> new ResultPage(wizard, wizard.run().orElseThrow(), showInJournal);
    };
  }

  @Override
  public List<Node> handOver(WizardViewModel wizard) {
    Button script = new Button(Texts.of("wizard.script"));
    script.setId("scriptButton");
    script.setOnAction(
        _ -> wizard.live().current().map(Proposal::plan).ifPresent(handingOver::script));
    Button sheet = new Button(Texts.of("wizard.sheet"));
    sheet.setId("sheetButton");
    sheet.setOnAction(_ ->
        wizard
            .live()
            .current()
            .map(Proposal::plan)
            .ifPresent(plan -> handingOver.sheet(plan, wizard.draft().written())));
    script.setTooltip(new Tooltip(Texts.of("wizard.script.hint")));
    sheet.setTooltip(new Tooltip(Texts.of("wizard.sheet.hint")));
    script.setMinWidth(Region.USE_PREF_SIZE);
    sheet.setMinWidth(Region.USE_PREF_SIZE);
    return List.of(script, sheet);
  }
}
