package org.lazaretto.ui.find;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.find.Field;
import org.lazaretto.find.Hit;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Texts;

/** One hit: its name, where it is, and which of its texts matched. */
final class HitCell extends ListCell<Hit> {
  private static final int LONGEST = 300;

  private final FontIcon icon = new FontIcon();
  private final Label name = label("mono");
  private final Label place = label("muted");
  private final Label reason = label("hit-reason");
  private final HBox row = new HBox(8);

  HitCell() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    place.setMinWidth(0);
    reason.setMinWidth(0);
    row.getChildren().setAll(icon, name, place, space, reason);
    row.getStyleClass().add("hit-row");
    getStyleClass().add("hit-cell");
    setPrefWidth(0);
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setEllipsisString("…");
    return label;
  }

  @Override
  protected void updateItem(@Nullable Hit hit, boolean empty) {
    super.updateItem(hit, empty);
    if (empty || hit == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    switch (hit) {
      case Hit.OfPod(var pod, var matches) ->
          show("mdi2c-cube-outline", pod.ref().name(), pod.ref().namespace(), matches);
      case Hit.OfNode(var node, var matches) ->
          show("mdi2s-server", node.ref().name(), node.zone(), matches);
    }
    setGraphic(row);
  }

  private void show(String sign, String named, String where, List<Hit.Match> matches) {
    icon.setIconLiteral(sign);
    name.setText(shortened(named));
    place.setText(shortened(where));
    reason.setText(reason(matches));
    setAccessibleText(name.getText() + ", " + place.getText() + ", " + reason.getText());
  }

  /** The first text that does not already stand in the row. */
  private static String reason(List<Hit.Match> matches) {
    return matches.stream()
        .filter(match -> match.field() != Field.NAME && match.field() != Field.NAMESPACE)
        .findFirst()
        .map(match -> Texts.of("find.hit", field(match.field()), shortened(match.value())))
        .orElse("");
  }

  private static String field(Field field) {
    return Texts.of("find.field." + FilterWords.key(field));
  }

  private static String shortened(String text) {
    return Elision.middle(HostileText.visible(text), LONGEST);
  }
}
