package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lazaretto.ui.fx.Action;

/** Which actions fit what somebody types. */
final class PaletteViewModel {
  private final List<Action> all;

  /** A palette of what can be done now. */
  PaletteViewModel(List<Action> offered) {
    this.all =
        offered.stream()
            .filter(action -> action.enabled().getAsBoolean())
            .filter(action -> !action.id().equals("window.palette"))
            .toList();
  }

  /**
   * The actions that hold every word of the query, those that begin with it first. The words of an
   * action's id count too: who types "rights" or "order" finds it, whatever its title says.
   */
  List<Action> matching(String query) {
    String wanted = query.strip().toLowerCase(Locale.ROOT);
    List<Action> first = new ArrayList<>();
    List<Action> rest = new ArrayList<>();
    for (Action action : all) {
      String title = action.title().toLowerCase(Locale.ROOT);
      if (title.startsWith(wanted)) {
        first.add(action);
      } else if (holds(title + " " + action.id(), wanted)) {
        rest.add(action);
      }
    }
    first.addAll(rest);
    return first;
  }

  private static boolean holds(String words, String wanted) {
    for (String word : wanted.split("\\s+", -1)) {
      if (!words.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
