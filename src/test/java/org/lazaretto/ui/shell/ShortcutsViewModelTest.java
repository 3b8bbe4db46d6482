package org.lazaretto.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Shortcut;

class ShortcutsViewModelTest {
  private final Action palette =
      Action.of("window.palette", "Find a command", () -> {}).on(Shortcut.pressed("Shortcut+K"));
  private final Action fit = Action.of("map.fit", "Whole map", () -> {}).on(Shortcut.typed("f"));
  private final Action fitGraph =
      Action.of("graph.fit", "Whole graph", () -> {}).on(Shortcut.typed("f")).when(() -> false);
  private final Action fold =
      Action.of("journal.fold", "Fold the journal", () -> {})
          .on(Shortcut.pressed("Shortcut+J"))
          .when(() -> false);
  private final Action without = Action.of("case.close", "Close the case", () -> {});

  @Test
  void without_an_incident_only_the_keys_of_every_page_are_listed() {
    assertThat(ShortcutsViewModel.of(List.of(palette)))
        .singleElement()
        .satisfies(group ->
            assertThat(group.lines())
                .extracting(ShortcutsViewModel.Line::title)
                .containsExactly("Find a command"));
  }

  @Test
  void the_lens_in_sight_has_its_keys_listed_once_and_what_waits_is_listed_too() {
    List<String> titles =
        ShortcutsViewModel.of(List.of(fit, fitGraph, fold, without, palette)).stream()
            .flatMap(group -> group.lines().stream())
            .map(ShortcutsViewModel.Line::title)
            .toList();
    assertThat(titles)
        .contains("Whole map", "Fold the journal", "Find a command")
        .doesNotContain("Whole graph", "Close the case");
  }

  @Test
  void the_keys_that_walk_and_mark_stand_beside_those_of_the_actions() {
    assertThat(ShortcutsViewModel.of(List.of(fit, fold)).getFirst().lines())
        .extracting(ShortcutsViewModel.Line::key)
        .contains("F", "Space", "← ↑ → ↓");
  }
}
