package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Opens what stands under the tab that is chosen, and leaves what stood under the one before. */
final class InspectorTabs implements AutoCloseable {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double WIDE = 366;
  private static final int MOST_SHOWN = 99;

  private final List<Entry> entries;
  private Optional<Entry> open = Optional.empty();

  /** A tab and what stands under it. */
  record Entry(Tab tab, Tabbed page) {}

  InspectorTabs(TabPane pane, List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.entries.forEach(entry -> entry.tab().setContent(entry.page().view()));
    pane.widthProperty()
        .subscribe(width -> pane.pseudoClassStateChanged(NARROW, width.doubleValue() < WIDE));
    pane.getSelectionModel().selectedItemProperty().subscribe(tab -> turnTo(entry(tab)));
  }

  private Optional<Entry> entry(Tab tab) {
    return entries.stream().filter(entry -> entry.tab().equals(tab)).findFirst();
  }

  private void turnTo(Optional<Entry> next) {
    if (!next.equals(open)) {
      open.ifPresent(entry -> entry.page().leave());
      open = next;
      open.ifPresent(entry -> entry.page().open());
    }
  }

  /** Another subject, or the same as it is now. */
  void show(Subject next) {
    entries.forEach(entry -> entry.page().show(next));
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
    open.ifPresent(entry -> entry.page().leave());
    entries.forEach(entry -> entry.page().close());
  }
}
