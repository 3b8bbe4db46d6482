package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.walkthrough.Hand;

/** The rules for what is seen would notice what they are there to notice. */
class ScreenRulesTest {
  private final Hand hand = new Hand(Toolkit.fx(), Duration.ofSeconds(10));

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  private List<String> broken(Runnable change, Pane root) throws InterruptedException {
    return hand.see(() -> {
      Scene scene = new Scene(root, 400, 300);
      Theme.LIGHT.dress(scene);
      change.run();
      return ScreenRules.broken(scene);
    });
  }

  private static Label words() {
    return new Label("Words, of which there are enough to be seen as such\nby anyone who looks.");
  }

  @Test
  void a_page_with_words_is_right() throws InterruptedException {
    assertThat(broken(() -> {}, new VBox(words(), words()))).isEmpty();
  }

  @Test
  void a_blank_page_is_noticed() throws InterruptedException {
    assertThat(broken(() -> {}, new VBox())).singleElement().asString().contains("blank");
  }

  @Test
  void a_button_whose_text_does_not_fit_is_noticed() throws InterruptedException {
    Button button = new Button("Evict 37 pods, keep 1");
    assertThat(broken(() -> button.setMaxWidth(60), new VBox(words(), words(), button)))
        .singleElement()
        .asString()
        .contains("cut");
  }

  @Test
  void a_name_that_is_elided_with_its_whole_on_hover_is_right() throws InterruptedException {
    Label label = new Label("a-name-that-is-longer-than-its-place");
    Runnable cut =
        () -> {
          label.setMaxWidth(60);
          label.setTooltip(new Tooltip(label.getText()));
        };
    assertThat(broken(cut, new VBox(words(), words(), label))).isEmpty();
  }

  @Test
  void a_hint_explains_what_is_cut_and_becomes_a_tooltip_when_somebody_points_there()
      throws InterruptedException {
    Label label = new Label("a-name-that-is-longer-than-its-place");
    Hint hint = hand.see(() -> Hint.on(label));
    Runnable cut = () -> label.setMaxWidth(60);
    assertThat(broken(cut, new VBox(words(), words(), label))).isNotEmpty();

    hand.act(() -> hint.say("the whole of it"));
    assertThat(broken(cut, new VBox(words(), words(), label))).isEmpty();
    assertThat(told(label)).isEmpty();

    hand.act(() -> label.fireEvent(entered()));
    assertThat(told(label)).containsExactly("the whole of it");
    hand.act(() -> hint.say("more"));
    assertThat(told(label)).containsExactly("more");
    hand.act(() -> hint.say(""));
    assertThat(told(label)).isEmpty();
  }

  private List<String> told(Label label) throws InterruptedException {
    return hand.see(() ->
        label.getProperties().values().stream()
            .filter(Tooltip.class::isInstance)
            .map(tip -> ((Tooltip) tip).getText())
            .toList());
  }

  private static MouseEvent entered() {
    return new MouseEvent(
        MouseEvent.MOUSE_ENTERED,
        1,
        1,
        1,
        1,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  @Test
  void a_key_in_place_of_its_text_is_noticed() throws InterruptedException {
    VBox page = new VBox(words(), words(), new Label("wizard.choose.title"));
    assertThat(broken(() -> {}, page)).singleElement().asString().contains("a key");
  }

  @Test
  void an_argument_that_was_not_filled_in_is_noticed() throws InterruptedException {
    VBox page = new VBox(words(), words(), new Label("Marked {0}."));
    assertThat(broken(() -> {}, page)).singleElement().asString().contains("{0}");
  }

  @Test
  void text_outside_of_the_window_is_noticed() throws InterruptedException {
    Label label = new Label("beyond");
    Pane page = new Pane(words(), words(), label);
    assertThat(broken(() -> label.relocate(390, 10), page))
        .singleElement()
        .asString()
        .contains("outside");
  }

  @Test
  void tiny_text_is_noticed() throws InterruptedException {
    Label label = new Label("tiny");
    VBox page = new VBox(words(), words(), label);
    assertThat(broken(() -> label.setStyle("-fx-font-size: 9px"), page))
        .singleElement()
        .asString()
        .contains("12 px");
  }

  @Test
  void text_that_hardly_stands_out_is_noticed() throws InterruptedException {
    Label label = new Label("grey on white, which nobody reads");
    VBox page = new VBox(words(), words(), label);
    assertThat(broken(() -> label.setStyle("-fx-text-fill: #b0b0b0"), page))
        .singleElement()
        .asString()
        .contains("contrast");
  }

  @Test
  void contrast_is_that_of_wcag() {
    assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.48);
  }
}
