package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Toolkit;

/**
 * Makes pages one after the other, each in one pulse, and puts it into the window in the next: all
 * at once they would stop the window for half a second. Closes what it has made.
 */
final class Building implements AutoCloseable {
  /** The first pulse belongs to the frame around the pages. */
  private final List<Runnable> pieces = new ArrayList<>(List.of(() -> {}));

  private final List<Page> made = new ArrayList<>();
  private Toolkit.Ticking ticking = () -> {};

  /** One more page, which is made and then put into its place. */
  <T extends Page> Building add(Supplier<T> maker, Consumer<T> place) {
    List<T> here = new ArrayList<>(1);
    pieces.add(() -> {
      T page = maker.get();
      made.add(page);
      here.add(page);
    });
    pieces.add(() -> place.accept(here.getFirst()));
    return this;
  }

  /** One more pulse, for what is better not done together with the page before. */
  Building then(Runnable work) {
    pieces.add(work);
    return this;
  }

  /** Begins with the next pulse. */
  void start() {
    ticking = Toolkit.onePerPulse(pieces);
  }

  @Override
  public void close() {
    ticking.close();
    made.forEach(Page::close);
  }
}
