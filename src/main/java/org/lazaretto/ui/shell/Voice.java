package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Says something by the page that is shown; what no page can say yet waits for one that can. */
final class Voice {
  private final List<String> unsaid = new ArrayList<>();
  private Optional<Consumer<String>> speaker = Optional.empty();

  /** A page speaks from now on: what could not be said yet is said by it. */
  void by(Consumer<String> page) {
    speaker = Optional.of(page);
    unsaid.forEach(page);
    unsaid.clear();
  }

  /** The page that spoke is left. */
  void falter() {
    speaker = Optional.empty();
  }

  void say(String words) {
    speaker.ifPresentOrElse(page -> page.accept(words), () -> unsaid.add(words));
  }
}
