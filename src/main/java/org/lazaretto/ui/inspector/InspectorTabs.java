package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Opens what stands under the tab that is chosen, and leaves what stood under the one before. */
final class InspectorTabs implements AutoCloseable {
  private final List<Entry> entries;
  private Optional<Entry> open = Optional.empty();
  private Subject subject = new Subject.Nothing();

  /** A tab and what stands under it. */
  record Entry(Tab tab, Tabbed page) {}

  InspectorTabs(TabPane pane, List<Entry> entries) {
    this.entries = List.copyOf(entries);
    this.entries.forEach(entry -> entry.tab().setContent(entry.page().view()));
    pane.getSelectionModel().selectedItemProperty().subscribe(tab -> turnTo(entry(tab)));
  }

  private Optional<Entry> entry(Tab tab) {
    return entries.stream().filter(entry -> entry.tab().equals(tab)).findFirst();
  }

  private void turnTo(Optional<Entry> next) {
    if (!next.equals(open)) {
      open.ifPresent(entry -> entry.page().leave());
      open = next;
      open.ifPresent(entry -> entry.page().open(subject));
    }
  }

  /** Another subject, or the same as it is now. */
  void show(Subject next) {
    subject = next;
    open.ifPresent(entry -> entry.page().open(next));
  }

  @Override
  public void close() {
    open.ifPresent(entry -> entry.page().leave());
    entries.forEach(entry -> entry.page().close());
  }
}
