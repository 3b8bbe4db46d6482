package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.lazaretto.ui.fx.Toolkit;

/**
 * Opens what stands under the tab that is chosen, and leaves what stood under the one before. What
 * stands under the others is made after it, one in a pulse.
 */
final class InspectorTabs implements AutoCloseable {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double WIDE = 366;
  private static final int MOST_SHOWN = 99;

  private final List<TabEntry> entries;
  private final Toolkit.Ticking making;
  private Optional<TabEntry> open = Optional.empty();

  InspectorTabs(TabPane pane, List<TabEntry> entries) {
    this.entries = List.copyOf(entries);
    pane.widthProperty()
        .subscribe(width -> pane.pseudoClassStateChanged(NARROW, width.doubleValue() < WIDE));
    pane.getSelectionModel().selectedItemProperty().subscribe(tab -> turnTo(entry(tab)));
    this.making =
        Toolkit.onePerPulse(
            this.entries.stream().<Runnable>map(entry -> () -> entry.page()).toList());
  }

  private Optional<TabEntry> entry(Tab tab) {
    return entries.stream().filter(entry -> entry.tab().equals(tab)).findFirst();
  }

  private void turnTo(Optional<TabEntry> next) {
    if (!next.equals(open)) {
      open.ifPresent(entry -> entry.page().leave());
      open = next;
      open.ifPresent(entry -> entry.page().open());
    }
  }

  /** Another subject, or the same as it is now. */
  void show(Subject next) {
    entries.forEach(entry -> entry.show(next));
    open.ifPresent(entry -> entry.page().open());
  }

  /** Somebody rests on the subject. */
  void glance() {
    entries.forEach(entry -> entry.page().glance());
  }

  /** A count as a tab's title has room for it. */
  static String count(int count) {
    return count > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(count);
  }

  @Override
  public void close() {
    making.close();
    open.ifPresent(entry -> entry.page().leave());
    entries.forEach(TabEntry::close);
  }
}
