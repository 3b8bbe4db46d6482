package org.lazaretto.ui.fx;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a pane shows instead of its content: a sign, a sentence, and what can be done about it. */
public final class StatePane extends VBox {
  /** Why there is no content. */
  public enum State {
    EMPTY("mdi2i-inbox-outline"),
    LOADING("mdi2p-progress-clock"),
    PARTIAL("mdi2c-circle-half-full"),
    STALE("mdi2c-clock-alert-outline"),
    DENIED("mdi2l-lock-outline"),
    FAILED("mdi2a-alert-circle-outline");

    private final String icon;

    State(String icon) {
      this.icon = icon;
    }
  }

  /**
   * What can be done about it.
   *
   * @param label what the button says
   */
  public record Remedy(String label, Runnable action) {}

  /** A pane in that state. */
  public StatePane(State state, String sentence, Optional<Remedy> remedy) {
    this(state, sentence);
    remedy.ifPresent(offer -> getChildren().add(button(offer)));
  }

  /** A pane for what went wrong, with its code, a way out of it, and all of it to copy. */
  public StatePane(State state, Failure failure, Remedy remedy) {
    this(state, failure.words());
    Label code = new Label(failure.code());
    code.getStyleClass().addAll("state-words", "mono");
    Button copy = new Button(Texts.of("fx.failure.copy"));
    copy.setOnAction(_ -> Clip.copy(failure.copyable()));
    HBox buttons = new HBox(8, button(remedy), copy);
    buttons.setAlignment(Pos.CENTER);
    getChildren().addAll(code, buttons);
  }

  private StatePane(State state, String sentence) {
    super(8);
    setAlignment(Pos.CENTER);
    getStyleClass()
        .addAll("state-pane", "state-" + state.name().toLowerCase(java.util.Locale.ROOT));
    FontIcon icon = new FontIcon(state.icon);
    icon.getStyleClass().add("state-icon");
    Label words = new Label(sentence);
    words.setWrapText(true);
    words.getStyleClass().add("state-words");
    getChildren().addAll(icon, words);
  }

  private static Button button(Remedy offer) {
    Button button = new Button(offer.label());
    button.setId("remedyButton");
    button.setOnAction(_ -> offer.action().run());
    return button;
  }
}
