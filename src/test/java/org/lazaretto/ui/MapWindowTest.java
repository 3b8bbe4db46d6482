package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.walkthrough.Sight;

/** The map in the real window, on the practice cluster, by mouse and by keyboard. */
class MapWindowTest extends WindowTest {
  @Test
  void the_map_shows_the_cluster_and_says_so() throws Exception {
    Node map = shown();

    looksRight("map");
    assertThat(hand.see(map::getAccessibleText)).contains("Nothing is selected");
  }

  @Test
  void a_pod_is_shown_on_hover_and_selected_by_a_click() throws Exception {
    Node map = shown();

    mouse(map, MouseEvent.MOUSE_MOVED, 30, 70);
    hand.until("the card", () -> map.lookup("#mapHoverLabel").isVisible());
    String card = hand.see(() -> ((Label) map.lookup("#mapHoverLabel")).getText());
    assertThat(card).contains("kube-system").contains("DaemonSet");

    mouse(map, MouseEvent.MOUSE_CLICKED, 30, 70);
    hand.until("a selection", () -> map.getAccessibleText().contains("Selected: pod aws-node"));
    looksRight("map-hover");
    mouse(map, MouseEvent.MOUSE_CLICKED, 3, 440);
    hand.until("no selection", () -> map.getAccessibleText().contains("Nothing is selected"));
  }

  @Test
  void arrows_walk_space_marks_and_escape_lets_go() throws Exception {
    Node map = shown();
    hand.act(map::requestFocus);

    key(map, KeyCode.RIGHT, false);
    hand.until("a pod", () -> map.getAccessibleText().contains("Selected: pod"));
    String first = hand.see(map::getAccessibleText);
    key(map, KeyCode.DOWN, false);
    hand.until("another pod", () -> !map.getAccessibleText().equals(first));
    hand.find("markButton");
    key(map, KeyCode.SPACE, false);
    hand.type("reasonField", "its log speaks of a mining pool");
    hand.press("reasonConfirmButton");
    hand.until("a suspect", () -> map.getAccessibleText().contains("1 suspect"));
    looksRight("map-suspect");
    hand.until("the focus on the map again", map::isFocused);
    key(map, KeyCode.RIGHT, true);
    hand.until("a node", () -> map.getAccessibleText().contains("Selected: node"));
    key(map, KeyCode.ESCAPE, false);
    hand.until("nothing", () -> map.getAccessibleText().contains("Nothing is selected"));
  }

  // In a world where no pod comes: one that waits for its node makes the world larger for a moment,
  // and a picture that shows everything does not grow again with each that has found its node.
  @Test
  void the_wheel_zooms_and_fit_shows_everything_again() throws Exception {
    worlds.sized(6, 60);
    Node map = shown();
    String fitted = standing();
    assertThat(fitted).startsWith("fit ");

    hand.act(() -> Event.fireEvent(map, wheel(200)));
    hand.until("nearer", () -> !zoom().startsWith("fit "));
    hand.press("fitButton");
    hand.until("fitted as at first", () -> zoom().equals(fitted));
    hand.press("zoomOutButton");
    hand.until("farther", () -> !zoom().startsWith("fit "));
  }

  /** What the zoom says once it is the same for some pulses: the panes are placed by then. */
  private String standing() throws Exception {
    List<String> said = new ArrayList<>();
    AnimationTimer pulses =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            said.add(zoom());
          }
        };
    hand.act(pulses::start);
    hand.until("a picture that stands", () -> said.size() > 5 && lasts(said));
    hand.act(pulses::stop);
    return said.getLast();
  }

  private static boolean lasts(List<String> said) {
    return Set.copyOf(said.subList(said.size() - 5, said.size())).size() == 1;
  }

  @Test
  void the_legend_explains_every_sign_in_both_themes() throws Exception {
    shown();
    hand.press("legendToggle");
    hand.find("legendGrid");
    looksRight("map-legend-dark");
    hand.press("themeButton");
    hand.press("legendToggle");
    hand.press("legendToggle");
    looksRight("map-legend-light");
  }

  @Test
  void the_map_fills_a_window_of_any_size() throws Exception {
    Node map = shown();
    for (int[] size : new int[][] {{1100, 700}, {1280, 800}}) {
      hand.act(() -> {
        stage().setWidth(size[0]);
        stage().setHeight(size[1]);
      });
      hand.until("the size", () -> map.getScene().getWidth() == size[0]);
      looksRight("map-" + size[0]);
    }
  }

  private Node shown() throws Exception {
    practise();
    Node map = hand.find("mapView");
    hand.until("nodes", () -> map.getAccessibleText().contains("Map of 6 nodes"));
    hand.until("no curtain", () -> Sight.of("curtainPane").isEmpty());
    hand.until("a fit", () -> zoom().startsWith("fit"));
    return map;
  }

  private String zoom() {
    return ((Label) scene().lookup("#zoomLabel")).getText();
  }

  private void mouse(Node map, EventType<MouseEvent> type, double x, double y) throws Exception {
    hand.act(() -> {
      Point2D scene = map.localToScene(x, y);
      Event.fireEvent(map, event(type, scene.getX(), scene.getY()));
    });
  }

  private static MouseEvent event(EventType<MouseEvent> type, double x, double y) {
    MouseButton button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
    return new MouseEvent(
        type, x, y, x, y, button, 1, false, false, false, false, false, false, false, false, false,
        true, null);
  }

  private static ScrollEvent wheel(double turn) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        300,
        200,
        300,
        200,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        turn,
        0,
        turn,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  private void key(Node map, KeyCode code, boolean shift) throws Exception {
    hand.act(() ->
        Event.fireEvent(
            map, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
  }
}
