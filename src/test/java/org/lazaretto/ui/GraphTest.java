package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Sight;

/** The graph lens in the real window, over the training range. */
class GraphTest extends WindowTest {
  private void key(Node node, KeyCode code) throws Exception {
    hand.act(() -> node.fireEvent(pressed(code)));
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  /** A character that nobody in the focus takes. */
  private void type(String character) throws Exception {
    hand.act(() ->
        scene()
            .getRoot()
            .fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    character,
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false)));
  }

  private void mark(String found) throws Exception {
    hand.type("searchField", found);
    hand.find("hitList");
    key(hand.find("searchField"), KeyCode.ENTER);
    hand.press("markButton");
    hand.type("reasonField", "its log speaks of a mining pool");
    hand.press("reasonConfirmButton");
    hand.find("suspectMenu");
  }

  private boolean says(String text) {
    return Sight.of("graphView").map(Sight::text).orElse("").contains(text);
  }

  @Test
  void without_a_suspect_it_offers_the_largest_namespace() throws Exception {
    open(1440, 900);
    hand.press("graphButton");
    Button offer =
        hand.await(
            "the offer of the shop",
            () ->
                Optional.ofNullable((Button) scene().lookup("#graphEmptyPane .button"))
                    .filter(button -> button.getText().contains("shop")));
    looksRight("graph-empty");
    hand.act(offer::fire);
    hand.until("the first application of the shop", () -> says("cart"));
    looksRight("graph-namespace");
    type("f");
    hand.until("the boxes that were out of sight", () -> says("payments"));
  }

  private void open(int width, int height) throws Exception {
    open(
        new org.lazaretto.ui.shell.Opening.Practice(
            "cryptominer-eks", java.util.Optional.empty(), 1),
        width,
        height);
    hand.find("picturePane");
    assertThat(worlds.range().awaitSettled(PATIENCE)).isTrue();
    hand.find("namespace-shop");
    hand.until(
        "all pods of the shop",
        () -> Sight.of("countsLabel").map(Sight::text).orElse("").matches("6[0-9] pods.*"));
  }

  @Test
  void around_a_suspect_it_can_be_walked_by_keys() throws Exception {
    open(1440, 900);
    mark("payments");
    hand.press("graphButton");
    hand.until("a suspect", () -> says("◆"));
    looksRight("graph-dark");
    hand.act(() -> Theme.LIGHT.dress(scene()));
    looksRight("graph-light");
    hand.act(() -> Theme.DARK.dress(scene()));

    Node graph = hand.find("graphView");
    hand.act(graph::requestFocus);
    type("l");
    hand.find("graphLegendGrid");
    type("l");
    hand.until("no legend", () -> Sight.of("graphLegendGrid").isEmpty());
    String before = hand.read("zoomLabel");
    type("-");
    hand.until(
        "another size", () -> !Sight.of("zoomLabel").map(Sight::text).orElse("").equals(before));
    type("f");

    key(hand.find("graphView"), KeyCode.LEFT);
    assertThat(focused()).startsWith("owner:");
    key(hand.see(() -> scene().getFocusOwner()), KeyCode.RIGHT);
    key(hand.see(() -> scene().getFocusOwner()), KeyCode.RIGHT);
    assertThat(focused()).startsWith("node:");
    looksRight("graph-walked");
  }

  private String focused() throws Exception {
    return hand.see(() -> String.valueOf(scene().getFocusOwner().getId()));
  }
}
