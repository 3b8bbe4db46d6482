package org.lazaretto.ui.wizard;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Cards;
import org.lazaretto.plan.Step;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.wizard.proposal.StepView;

/** One step of a plan: its place, what it does, and what the server says of it. */
final class StepCell extends ListCell<Step> {
  private final Hint hint = Hint.on(this);
  private final WizardViewModel wizard;
  private final Label id = new Label();
  private final Label title = new Label();
  private final Label answer = new Label();
  private final HBox line;

  StepCell(WizardViewModel wizard) {
    this.wizard = wizard;
    id.getStyleClass().addAll("mono", "muted");
    answer.getStyleClass().add("muted");
    title.setMaxWidth(Double.MAX_VALUE);
    id.setMinWidth(Region.USE_PREF_SIZE);
    answer.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    line = new HBox(8, id, title, answer);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    line.setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Step step, boolean empty) {
    super.updateItem(step, empty);
    if (empty || step == null) {
      setGraphic(null);
      hint.say("");
      return;
    }
    String what = HostileText.visible(Cards.of(wizard.work().snapshot().cluster(), step).title());
    String said =
        HostileText.visible(StepView.answer(step, wizard.live().rehearsalProperty().get()));
    id.setText(step.id().toString());
    title.setText(what);
    title.setTextOverrun(Overrun.of(what));
    answer.setText(StepView.sign(step, wizard.live().rehearsalProperty().get()));
    hint.say(what + "\n" + said);
    setGraphic(line);
  }
}
