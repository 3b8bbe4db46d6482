package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Texts;

/** The keys of the page that is open, in the groups in which a person looks for them. */
final class ShortcutsViewModel {
  /** Map and graph have the same keys: those of the lens in sight are listed. */
  private static final Set<String> LENSES = Set.of("map", "graph");

  private static final Set<String> PICTURE = Set.of("lens", "find", "map", "graph", "desk");

  private ShortcutsViewModel() {}

  /** One key and what it does. */
  record Line(String key, String title) {}

  /** Keys under a heading. */
  record Group(String title, List<Line> lines) {
    Group {
      lines = List.copyOf(lines);
    }
  }

  /** The groups; outside of an incident there is one. */
  static List<Group> of(List<Action> offered) {
    List<Action> listed =
        offered.stream()
            .filter(action -> action.shortcut().isPresent())
            .filter(action -> !LENSES.contains(area(action)) || action.enabled().getAsBoolean())
            .toList();
    boolean incident = listed.stream().anyMatch(action -> PICTURE.contains(area(action)));
    List<Group> groups = new ArrayList<>();
    if (incident) {
      groups.add(group("picture", listed, keys("walk", "nodes", "siblings", "mark")));
      groups.add(group("case", listed, keys("row", "within")));
    }
    groups.add(group("window", listed, List.of()));
    return List.copyOf(groups);
  }

  private static Group group(String name, List<Action> listed, List<Line> further) {
    List<Line> lines = new ArrayList<>();
    listed.stream()
        .filter(action -> place(action).equals(name))
        .forEach(action ->
            action.shortcut().ifPresent(key -> lines.add(new Line(key.shown(), action.title()))));
    lines.addAll(further);
    return new Group(Texts.of("shell.shortcuts." + name), lines);
  }

  private static String area(Action action) {
    return action.id().substring(0, Math.max(0, action.id().indexOf('.')));
  }

  private static String place(Action action) {
    String area = area(action);
    return PICTURE.contains(area) ? "picture" : area.equals("window") ? "window" : "case";
  }

  /** What a part of the page does with a key itself. */
  private static List<Line> keys(String... names) {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(
          new Line(
              Texts.of("shell.shortcuts.key." + name), Texts.of("shell.shortcuts.does." + name)));
    }
    return lines;
  }
}
