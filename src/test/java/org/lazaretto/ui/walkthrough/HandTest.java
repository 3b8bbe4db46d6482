package org.lazaretto.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lazaretto.ui.fx.Toolkit;

/** The hand does what a person can do, and says what it saw where it gets stuck. */
@Timeout(60)
class HandTest {
  private final Hand hand = new Hand(Toolkit.fx(), Duration.ofSeconds(20));
  private final Hand hasty = hand.patient(Duration.ofMillis(200));
  private final Button button = new Button("Evict 9 pods");
  private final TextField field = new TextField("before");
  private final CheckBox box = new CheckBox("move them");
  private final Label label = new Label("nothing yet");
  private final VBox inner = new VBox(field);
  private final VBox page = new VBox(button, inner, box, label);
  private Optional<Stage> stage = Optional.empty();

  @BeforeAll
  static void the_toolkit_runs() {
    Toolkit.start(() -> Toolkit.endWithLastWindow(false));
  }

  @BeforeEach
  void a_window_is_open() throws InterruptedException {
    button.setId("goButton");
    field.setId("nameField");
    box.setId("moveCheck");
    label.setId("stateLabel");
    inner.setId("innerBox");
    stage =
        Optional.of(
            hand.see(() -> {
              Stage made = new Stage();
              made.setScene(new Scene(page, 300, 200));
              made.show();
              return made;
            }));
  }

  @AfterEach
  void it_is_closed() throws InterruptedException {
    hand.act(() -> stage.ifPresent(Stage::hide));
  }

  @Test
  void a_button_is_pressed_as_soon_as_it_is_enabled() throws Exception {
    hand.act(() -> {
      button.setDisable(true);
      button.setOnAction(_ -> label.setText("pressed"));
    });
    assertThatThrownBy(() -> hasty.press("goButton")).isInstanceOf(StuckException.class);
    hand.act(() -> button.setDisable(false));
    hand.press("goButton");
    assertThat(hand.read("stateLabel")).isEqualTo("pressed");
  }

  @Test
  void who_is_stuck_says_what_was_to_be_seen_instead() {
    assertThatThrownBy(() -> hasty.find("elsewhereButton"))
        .isInstanceOf(StuckException.class)
        .hasMessageContaining("elsewhereButton")
        .hasMessageContaining("goButton \"Evict 9 pods\"");
  }

  @Test
  void what_is_hidden_is_not_found() throws Exception {
    hand.act(() -> inner.setVisible(false));
    assertThat(hand.sees("nameField")).isFalse();
    assertThat(hand.sees("goButton")).isTrue();
  }

  @Test
  void a_path_of_identities_is_followed_downwards() throws Exception {
    assertThat(hand.sees("innerBox nameField")).isTrue();
    assertThat(hand.sees("innerBox goButton")).isFalse();
  }

  @Test
  void a_field_is_filled_over_what_stood_in_it() throws Exception {
    hand.type("nameField", "after");
    String text = hand.see(field::getText);
    assertThat(text).isEqualTo("after");
  }

  @Test
  void a_ticked_box_stays_ticked() throws Exception {
    hand.tick("moveCheck");
    hand.tick("moveCheck");
    boolean ticked = hand.see(box::isSelected);
    assertThat(ticked).isTrue();
  }

  @Test
  void a_key_reaches_the_control() throws Exception {
    List<KeyCode> heard = new ArrayList<>();
    hand.act(() -> field.setOnKeyPressed(event -> heard.add(event.getCode())));
    hand.key("nameField", KeyCode.ENTER);
    assertThat(heard).containsExactly(KeyCode.ENTER);
  }

  @Test
  void a_bug_met_while_looking_is_not_swallowed() {
    assertThatThrownBy(() ->
            hand.until(
                "anything",
                () -> {
                  throw new IllegalStateException("a bug");
                }))
        .hasRootCauseMessage("a bug");
  }

  @Test
  void a_picture_shows_what_is_open_above_the_window(@TempDir Path folder)
      throws IOException, InterruptedException {
    Camera camera = new Camera(hand, folder);
    Scene scene = stage.orElseThrow().getScene();
    int before = ImageIO.read(camera.take(scene, "before").toFile()).getRGB(150, 150);
    hand.act(() -> {
      Popup popup = new Popup();
      VBox red = new VBox();
      red.setStyle("-fx-background-color: red; -fx-pref-width: 40; -fx-pref-height: 40");
      popup.getContent().add(red);
      Stage owner = stage.orElseThrow();
      popup.show(owner, owner.getX() + scene.getX() + 140, owner.getY() + scene.getY() + 140);
    });
    int after = ImageIO.read(camera.take(scene, "after").toFile()).getRGB(150, 150);
    assertThat(after).isEqualTo(0xFFFF0000).isNotEqualTo(before);
  }
}
