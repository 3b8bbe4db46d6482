package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Headline;
import org.lazaretto.ui.wizard.proposal.Loaded;
import org.lazaretto.ui.wizard.proposal.NodeChoice;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** What comes of the choices so far: the plan in a sentence, or why there is none. */
final class SummaryBox {
  private final VBox box;
  private final TextFlow flow;
  private final WizardViewModel wizard;
  private final Exit exit;
  private Optional<Told> told = Optional.empty();

  /** What is told of a plan that cannot be made; as long as it is the same, its buttons stay. */
  private record Told(String failure, boolean cordonFirst) {}

  SummaryBox(VBox box, TextFlow flow, WizardViewModel wizard, Exit exit) {
    this.box = box;
    this.flow = flow;
    this.wizard = wizard;
    this.exit = exit;
  }

  void show() {
    boolean asked = wizard.draft().request().isPresent();
    box.setVisible(asked);
    box.setManaged(asked);
    box.getStyleClass().remove("wizard-summary-failed");
    switch (wizard.live().proposalProperty().get()) {
      case Loaded.Absent<Proposal> _ -> {}
      case Loaded.Coming<Proposal> _ -> {
        told = Optional.empty();
        box.getChildren().setAll(planning());
      }
      case Loaded.There<Proposal>(var proposal) -> headline(proposal.headline());
      case Loaded.Failed<Proposal>(var failure) -> failed(failure);
    }
  }

  private static Node planning() {
    Label label = new Label(Texts.of("wizard.choose.planning"));
    label.getStyleClass().add("muted");
    return label;
  }

  private void headline(Headline headline) {
    Headlines.show(flow, headline);
    box.getChildren().setAll(flow);
  }

  private void failed(Failure failure) {
    box.getStyleClass().add("wizard-summary-failed");
    Told now = new Told(failure.copyable(), wizard.wizard() == Wizard.EVACUATE && takesPods());
    if (told.filter(now::equals).isPresent() && !box.getChildren().contains(flow)) {
      return;
    }
    told = Optional.of(now);
    Label words = new Label(HostileText.visible(failure.words()));
    words.setWrapText(true);
    List<Node> buttons = new ArrayList<>();
    if (now.cordonFirst()) {
      Button cordon = new Button(Texts.of("wizard.choose.cordonFirst"));
      cordon.setId("cordonFirstButton");
      cordon.setOnAction(_ -> exit.open(Wizard.CORDON));
      buttons.add(cordon);
    }
    Label code = new Label(failure.code());
    code.getStyleClass().addAll("mono", "muted");
    Button copy = new Button(Texts.of("wizard.choose.copyDetails"));
    copy.setOnAction(_ -> Clip.copy(failure.copyable()));
    buttons.add(copy);
    buttons.add(code);
    HBox line = new HBox(8, buttons.toArray(Node[]::new));
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    box.getChildren().setAll(words, line);
  }

  private boolean takesPods() {
    return !NodeChoice.open(wizard.work().snapshot(), wizard.draft().targets().chosenSuspects())
        .isEmpty();
  }
}
