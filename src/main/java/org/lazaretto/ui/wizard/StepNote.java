package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.Origin;

/** One consequence beside the step that causes it: which, what, of what, whence, what instead. */
final class StepNote extends VBox {
  private static final PseudoClass WAIVED = PseudoClass.getPseudoClass("waived");
  private static final int NAMED = 3;

  StepNote(Concern concern, boolean waived) {
    super(4);
    String gravity = concern.severity().word();
    getStyleClass().addAll("wizard-concern", "wizard-concern-" + gravity);
    Label word = new Label(Texts.of("wizard.concern." + gravity));
    word.getStyleClass().add("wizard-concern-word");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label id = new Label(concern.id());
    id.getStyleClass().addAll("mono", "muted");
    getChildren().addAll(new HBox(8, word, gap, id), line(HostileText.visible(concern.text())));
    if (!concern.objects().isEmpty()) {
      getChildren().add(line(objects(concern), "mono", "wizard-objects"));
    }
    Origin.basis(concern)
        .ifPresent(from -> getChildren().add(line(from, "muted", "wizard-objects")));
    String instead = HostileText.visible(concern.instead());
    getChildren().add(line(Texts.of("wizard.concern.instead", instead)));
    if (waived) {
      getChildren().add(line(Texts.of("wizard.concern.waived"), "wizard-waived"));
    }
    pseudoClassStateChanged(WAIVED, waived);
  }

  private static String objects(Concern concern) {
    String some =
        concern.objects().stream()
            .limit(NAMED)
            .map(object -> HostileText.visible(object.path()))
            .collect(Collectors.joining(", "));
    int more = concern.objects().size() - NAMED;
    return more > 0 ? some + " " + Texts.of("wizard.concern.more", more) : some;
  }

  private static Label line(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(List.of(styles));
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
