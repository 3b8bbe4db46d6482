package org.lazaretto.ui.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.lazaretto.find.Flag;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.Styles;
import org.lazaretto.ui.fx.Texts;

/** Draws a neighbour, or what some of them have in common. */
final class NeighbourCell extends ListCell<NeighbourRow> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Label sign = new Label();
  private final Label name = new Label();
  private final Label more = new Label();
  private final HBox box;
  private final Hint hint = Hint.on(this);

  NeighbourCell() {
    getStyleClass().add("neighbour-cell");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setEllipsisString("…");
    name.setMinWidth(0);
    more.setMinWidth(Region.USE_PREF_SIZE);
    sign.setMinWidth(16);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    box = new HBox(6, sign, name, space, more);
    box.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable NeighbourRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(HEADING, row instanceof NeighbourRow.Heading);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    setGraphic(box);
    draw(row);
    setAccessibleText(String.join(" ", sign.getText(), name.getText(), more.getText()));
  }

  private void draw(NeighbourRow row) {
    switch (row) {
      case NeighbourRow.Heading(var what, var count, var folded) -> {
        show(folded ? "▸" : "▾", "muted", Texts.of("inspector.neighbours." + what), "small-caps");
        more.setText("%,d".formatted(count));
        hint.say("");
      }
      case NeighbourRow.OfPod(var pod, var suspect) -> pod(pod, suspect);
      case NeighbourRow.OfService(var service, var leads) -> {
        show(leads ? "→" : "", "muted", HostileText.visible(service.object().name()), "mono");
        more.setText(service.type());
        hint.say(
            HostileText.visible(service.object().path())
                + (leads ? "\n" + Texts.of("inspector.neighbours.leads") : ""));
      }
    }
  }

  private void pod(Pod pod, boolean suspect) {
    String path = HostileText.visible(pod.ref().path());
    boolean flagged = Flag.marks(pod);
    String mark = suspect ? "◆" : flagged ? "!" : "";
    show(mark, suspect ? "inspector-danger" : "inspector-warning", path, "mono");
    more.setText(pod.status().ready() ? "" : HostileText.visible(pod.status().phase()));
    String words = suspect ? Texts.of("inspector.neighbours.suspect") : "";
    hint.say((path + "\n" + words).strip());
  }

  private void show(String mark, String markStyle, String text, String style) {
    sign.setText(mark);
    Styles.set(sign, "label", markStyle);
    name.setText(text);
    Styles.set(name, "label", style);
    Styles.set(more, "label", "inspector-quiet");
  }
}
