package org.lazaretto.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** Names that are as long as they may be or meant to deceive, and more of everything than usual. */
class HostileSizesTest extends WindowTest {
  private static final String LONG = "a".repeat(240) + "-0123456789ab";
  private static final String TURNED = "shop-\u202Egnp.exe\u200B-\u05D0\u05D1\u05D2";

  private static void addOddPods(PracticeRange range) {
    add(range, "shop", List.of(LONG, TURNED));
  }

  /** Without labels: a controller that adopted one more would delete it. */
  private static void add(PracticeRange range, String namespace, List<String> names) {
    ObjectStore store = range.store();
    Stored model =
        store.list(ResourceTypes.PODS, Optional.of(namespace)).stream().findFirst().orElseThrow();
    for (String name : names) {
      ObjectNode pod = CrowdTest.renamed(model, name);
      ((ObjectNode) pod.get("metadata")).remove("labels");
      store.create(ResourceTypes.PODS, pod);
    }
  }

  /** The generator puts no more than 250 pods on a node. */
  private static void crowd(PracticeRange range) {
    Stored one =
        range.store().list(ResourceTypes.PODS, Optional.empty()).stream().findFirst().orElseThrow();
    add(range, one.namespace(), IntStream.range(0, 300).mapToObj(i -> "more-" + i).toList());
  }

  private static boolean says(String id, String text) {
    return Sight.of(id).map(Sight::text).orElse("").contains(text);
  }

  private void lookAt(String words, String shown) throws Exception {
    hand.type("searchField", words);
    hand.until("a hit", () -> says("hitList", shown));
    hand.key("searchField", KeyCode.ENTER);
    hand.until("it in the inspector", () -> says("titleLabel", shown));
  }

  private void bothThemes(String page) throws Exception {
    for (Theme theme : Theme.values()) {
      hand.act(() -> theme.dress(scene()));
      looksRight(page + "-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    }
    hand.act(() -> Theme.DARK.dress(scene()));
  }

  private void mark() throws Exception {
    hand.press("markButton");
    hand.type("reasonField", "its name is a lie");
    hand.press("reasonConfirmButton");
    hand.find("suspectMenu");
  }

  @Test
  void a_suspect_with_a_name_of_253_letters_fits_everywhere() throws Exception {
    worlds.whenStarted(HostileSizesTest::addOddPods);
    practise();
    hand.find("namespace-shop");
    lookAt("0123456789ab", "aaaa");
    mark();
    hand.until("its line", () -> says("suspectSection", "0123456789ab"));
    bothThemes("hostile-long-map");
    hand.press("graphButton");
    hand.until("it in the graph", () -> says("graphView", "◆"));
    bothThemes("hostile-long-graph");
    for (int tab = 1; tab < 5; tab++) {
      int turned = tab;
      hand.act(() -> ((TabPane) scene().lookup("#detailTabs")).getSelectionModel().select(turned));
      looksRight("hostile-long-tab-" + tab);
    }
  }

  @Test
  void a_name_that_turns_round_is_shown_as_what_it_is() throws Exception {
    worlds.whenStarted(HostileSizesTest::addOddPods);
    practise();
    hand.find("namespace-shop");
    lookAt("exe", "\\u202e");
    mark();
    hand.until("its line", () -> says("suspectSection", "\\u202e"));
    hand.press("graphButton");
    hand.until("it in the graph", () -> says("graphView", "\\u202e"));
    looksRight("hostile-turned");

    List<String> seen = hand.see(() -> texts(scene().getRoot()));
    assertThat(seen).noneMatch(text -> text.contains("\u202E") || text.contains("\u200B"));
  }

  private static List<String> texts(Node root) {
    List<String> texts = new java.util.ArrayList<>();
    Sight.below(
        root,
        node -> {
          if (node instanceof javafx.scene.text.Text text) {
            texts.add(text.getText());
          }
        });
    return texts;
  }

  @Test
  void a_node_with_five_hundred_pods_is_shown_counted_and_walked() throws Exception {
    worlds.sized(1, 250).whenStarted(HostileSizesTest::crowd);
    open(new Opening.Practice("cryptominer-eks", Optional.empty(), 1), 1440, 900);
    hand.until("all pods", () -> says("countsLabel", "550 pods"));
    String node =
        worlds.range().store().list(ResourceTypes.NODES, Optional.empty()).getFirst().name();
    hand.type("searchField", "node:" + node);
    hand.until("a hit", () -> says("hitList", "node"));
    bothThemes("hostile-crowded-search");
    hand.key("searchField", KeyCode.ENTER);
    hand.find("inspectorHeader");
    bothThemes("hostile-crowded-map");
    hand.act(() -> ((TabPane) scene().lookup("#detailTabs")).getSelectionModel().select(2));
    hand.until(
        "its neighbours",
        () ->
            Sight.of("neighbourList")
                .filter(list -> !((ListView<?>) list).getItems().isEmpty())
                .isPresent());
    looksRight("hostile-crowded-neighbours");
    hand.press("graphButton");
    // The scopes to choose from come with the first picture: that of no suspects.
    hand.find("graphEmptyPane");
    hand.act(() -> scopes().show());
    hand.act(() -> scopes().getSelectionModel().selectLast());
    hand.act(() -> scopes().hide());
    hand.until("a picture", () -> says("graphView", "×") || says("graphView", "and "));
    bothThemes("hostile-crowded-graph");
  }

  private static ComboBox<?> scopes() {
    return (ComboBox<?>) Sight.of("scopeCombo").orElseThrow();
  }
}
