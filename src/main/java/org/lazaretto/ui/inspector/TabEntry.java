package org.lazaretto.ui.inspector;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Tab;

/** A tab, and what stands under it once that is asked for. */
final class TabEntry implements AutoCloseable {
  private final Tab tab;
  private final Supplier<Tabbed> maker;
  private Optional<Tabbed> made = Optional.empty();
  private Optional<Subject> subject = Optional.empty();

  /** Nothing stands under it yet. */
  TabEntry(Tab tab, Supplier<Tabbed> maker) {
    this.tab = tab;
    this.maker = maker;
  }

  Tab tab() {
    return tab;
  }

  /** What stands under it; made now if it was not. */
  Tabbed page() {
    if (made.isPresent()) {
      return made.get();
    }
    Tabbed page = maker.get();
    made = Optional.of(page);
    tab.setContent(page.view());
    subject.ifPresent(page::show);
    return page;
  }

  /** It is about that subject from now on. */
  void show(Subject next) {
    subject = Optional.of(next);
    made.ifPresent(page -> page.show(next));
  }

  @Override
  public void close() {
    made.ifPresent(Tabbed::close);
  }
}
