package org.lazaretto.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.lazaretto.ui.walkthrough.Hand;
import org.lazaretto.ui.walkthrough.StuckException;

/** A keyboard without a mouse: what is pressed comes, with its character, to what has the focus. */
final class Keys {
  private static final int MOST_TABS = 12;

  private final Hand hand;
  private final Stage stage;
  private final Robot robot;

  Keys(Hand hand, Stage stage) throws InterruptedException {
    this.hand = hand;
    this.stage = stage;
    this.robot = hand.see(Robot::new);
  }

  /**
   * Presses keys one after the other, each to its end. A control hears keys from its first pulse
   * on, which nobody is quick enough to come before.
   */
  void press(KeyCode... codes) throws InterruptedException {
    for (KeyCode code : codes) {
      hand.act(() -> {
        stage.getScene().getRoot().applyCss();
        robot.keyType(code);
      });
    }
  }

  /** Presses a key while Ctrl is held. */
  void ctrl(KeyCode code) throws InterruptedException {
    hand.act(() -> ctrlNow(code));
  }

  /** The same, for who is on the toolkit's thread. */
  void ctrlNow(KeyCode code) {
    robot.keyPress(KeyCode.CONTROL);
    robot.keyType(code);
    robot.keyRelease(KeyCode.CONTROL);
  }

  /** Types a name of letters, digits, blanks and hyphens. */
  void type(String text) throws InterruptedException {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      press(
          switch (letter) {
            case '-' -> KeyCode.MINUS;
            case ' ' -> KeyCode.SPACE;
            case '/' -> KeyCode.SLASH;
            default -> KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
          });
    }
  }

  /** Goes on with Tab until the control with that {@code fx:id} has the focus. */
  void tabTo(String id) throws InterruptedException, StuckException {
    List<String> seen = new ArrayList<>();
    while (!focused().equals(id)) {
      if (seen.size() == MOST_TABS) {
        throw new AssertionError("Tab never comes to " + id + ", only to " + seen);
      }
      press(KeyCode.TAB);
      seen.add(focused());
    }
  }

  /** What has the focus, by its {@code fx:id}. */
  String focused() throws InterruptedException {
    return hand.see(
        () -> Optional.ofNullable(stage.getScene().getFocusOwner()).map(Node::getId).orElse(""));
  }
}
