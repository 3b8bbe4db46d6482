package org.lazaretto.ui.wizard;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lazaretto.plan.Request.Method;
import org.lazaretto.plan.evacuate.Prospect;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.WorkloadChoice;

/** What one method would do with one application; a click chooses it. */
final class VerdictCell extends TableCell<WorkloadChoice, WorkloadChoice> {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private final Hint hint = Hint.on(this);

  private final Method method;
  private final Label verdict = new Label();
  private final Label why = new Label();
  private final VBox box = new VBox(verdict, why);

  VerdictCell(Method method, BiConsumer<WorkloadChoice, Method> choose) {
    this.method = method;
    getStyleClass().add("wizard-verdict-cell");
    verdict.getStyleClass().add("wizard-cell-verdict");
    why.getStyleClass().add("wizard-cell-why");
    why.setWrapText(true);
    verdict.setWrapText(true);
    box.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setOnMouseClicked(
        _ -> Optional.ofNullable(getItem()).ifPresent(row -> choose.accept(row, method)));
  }

  @Override
  protected void updateItem(@Nullable WorkloadChoice row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      pseudoClassStateChanged(CHOSEN, false);
      setGraphic(null);
      hint.say("");
      setAccessibleText("");
      return;
    }
    pseudoClassStateChanged(CHOSEN, row.chooses(method));
    Optional<Prospect> prospect = row.row().by(method);
    verdict.setText(
        prospect
            .map(Prospect::verdict)
            .orElseGet(() -> row.row().choosable() ? Texts.of("wizard.table.keep") : ""));
    String tone = prospect.map(p -> p.outcome().name().toLowerCase(Locale.ROOT)).orElse("stays");
    verdict.getStyleClass().setAll("label", "wizard-cell-verdict", "wizard-cell-" + tone);
    String reason = reason(row, prospect.map(Prospect::why).orElse(""));
    why.setText(reason);
    why.setVisible(!reason.isEmpty());
    why.setManaged(!reason.isEmpty());
    hint.say(row.spoken(method));
    setAccessibleText(row.spoken(method));
    setGraphic(box);
  }

  /** The choice has a sign as well as a colour; there is always room for it on the second line. */
  private String reason(WorkloadChoice row, String why) {
    if (!row.chooses(method)) {
      return why;
    }
    return "● " + (why.isEmpty() ? Texts.of("wizard.table.chosen") : why);
  }
}
