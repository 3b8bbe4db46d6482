package org.lazaretto.ui.start;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.model.ClusterContext;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;

/** One context of the kubeconfig, with what knocking at its server told. */
final class ContextCard extends HBox {
  /** Below this neither the name nor the reason is squeezed; the longer of them gives way. */
  private static final double LEAST = 96;

  private final ClusterContext context;
  private final Label reach = new Label();
  private final Tooltip reachTip = new Tooltip();
  private final Button rights = new Button(Texts.of("start.context.rights"));
  private final Button button = new Button(Texts.of("start.context.open"));
  private ReachSign sign = ReachSign.waiting();

  /**
   * A card of that context.
   *
   * @param open asks with which case it is opened
   * @param check shows what the caller may do there
   */
  ContextCard(ClusterContext context, Consumer<ContextCard> open, Consumer<String> check) {
    super(12);
    this.context = context;
    setId("context-" + context.name());
    getStyleClass().addAll("card", "context-card");
    setAlignment(Pos.CENTER_LEFT);
    NameLabel name = new NameLabel(context.name());
    name.getStyleClass().add("card-title");
    name.getStyleClass().remove("mono");
    Label words = new Label(ContextWords.of(context));
    words.getStyleClass().add("muted");
    words.setTooltip(new Tooltip(words.getText()));
    VBox left = new VBox(2, name, words);
    left.setMinWidth(LEAST);
    HBox.setHgrow(left, Priority.ALWAYS);
    reach.setTooltip(reachTip);
    reach.setMinWidth(LEAST);
    reach.setWrapText(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setId("open-" + context.name());
    button.setAccessibleText(Texts.of("start.context.open.spoken", context.name()));
    button.setOnAction(_ -> open.accept(this));
    rights.setMinWidth(Region.USE_PREF_SIZE);
    rights.setId("rights-" + context.name());
    rights.setTooltip(new Tooltip(Texts.of("start.context.rights.hint")));
    rights.setAccessibleText(Texts.of("start.context.rights.spoken", context.name()));
    rights.setOnAction(_ -> check.accept(context.name()));
    getChildren().addAll(left, reach, rights, button);
    show(sign);
  }

  ClusterContext context() {
    return context;
  }

  ReachSign sign() {
    return sign;
  }

  /** Shows what knocking told. */
  void show(ReachSign told) {
    sign = told;
    reach.setText(told.words());
    reachTip.setText(told.details());
    button.setText(
        Texts.of(told.tone().promising() ? "start.context.open" : "start.context.details"));
    reach.setAccessibleText(told.words() + ". " + told.details());
    reach
        .getStyleClass()
        .setAll("label", "reach", "reach-" + told.tone().name().toLowerCase(Locale.ROOT));
  }

  /**
   * The card that is likely to work has the button that stands out: that of the current context,
   * else the first.
   */
  void prefer(boolean preferred) {
    button.getStyleClass().remove("accent");
    if (preferred) {
      button.getStyleClass().add("accent");
    }
  }
}
