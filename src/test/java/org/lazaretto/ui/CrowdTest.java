package org.lazaretto.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lazaretto.range.PracticeRange;
import org.lazaretto.range.store.ObjectStore;
import org.lazaretto.range.store.ResourceTypes;
import org.lazaretto.range.store.Stored;
import org.lazaretto.ui.shell.Opening;
import org.lazaretto.ui.walkthrough.Sight;

/** Clusters that are large, and names that are long, turned round or meant to deceive. */
class CrowdTest extends WindowTest {
  private static final String LONG = "a".repeat(240) + "-0123456789ab";
  private static final String TURNED = "shop-\u202Egnp.exe\u200B-\u05D0\u05D1\u05D2";

  @Test
  void ten_thousand_pods_are_shown_and_counted() throws Exception {
    worlds.sized(50, 10_000);
    open(new Opening.Start());
    hand.find("start-cryptominer-eks");
    hand.press("start-cryptominer-eks");
    hand.until(
        "all pods counted",
        () ->
            Sight.of("countsLabel")
                .map(Sight::text)
                .orElse("")
                .replaceAll("[^0-9]", "")
                .contains("10000"));
    looksRight("crowd");
  }

  @Test
  void names_of_253_letters_and_names_that_turn_round_break_nothing() throws Exception {
    worlds.whenStarted(CrowdTest::addOddPods);
    practise();
    hand.find("namespace-shop");
    looksRight("odd-names");
  }

  private static void addOddPods(PracticeRange range) {
    ObjectStore store = range.store();
    Stored model =
        store.list(ResourceTypes.PODS, Optional.of("shop")).stream().findFirst().orElseThrow();
    for (String name : List.of(LONG, TURNED)) {
      store.create(ResourceTypes.PODS, renamed(model, name));
    }
  }

  /** The same object under another name, owned by nobody. */
  static ObjectNode renamed(Stored model, String name) {
    ObjectNode copy = model.tree().deepCopy();
    ObjectNode meta = (ObjectNode) copy.get("metadata");
    meta.put("name", name);
    meta.remove(List.of("uid", "resourceVersion", "ownerReferences", "generateName"));
    return copy;
  }

  @Test
  void the_smallest_window_holds_everything() throws Exception {
    open(new Opening.Practice("cryptominer-eks", Optional.empty(), 1), 1100, 700);
    hand.find("picturePane");
    hand.find("namespace-shop");
    looksRight("small");
  }
}
