package org.lazaretto.bench;

import java.util.Optional;
import org.lazaretto.port.PracticeWorlds.Size;

/** What the window is measured with. */
enum PulsePart {
  /** The whole of an exercise, each page for the first time. */
  EXERCISE("the whole of an exercise", 3),
  /** A server whose every answer takes ten seconds. */
  SLOW("a server that answers in 10 s", 1),
  /** A thousand changes of pods a second. */
  BUSY("1,000 changes a second among 3,000 pods", 1, new Size(100, 3_000, 2, 1_000)),
  /** As many pods as Kubernetes supports. */
  LARGE("150,000 pods on 5,000 nodes", 1, new Size(5_000, 150_000, 2, 0));

  private final String words;
  private final int rounds;
  private final Optional<Size> size;

  PulsePart(String words, int rounds) {
    this.words = words;
    this.rounds = rounds;
    this.size = Optional.empty();
  }

  PulsePart(String words, int rounds, Size size) {
    this.words = words;
    this.rounds = rounds;
    this.size = Optional.of(size);
  }

  String words() {
    return words;
  }

  /** How often it is played; code that is loaded for the first time costs what it likes. */
  int rounds() {
    return rounds;
  }

  /** The cluster; empty for that of a scenario. */
  Optional<Size> size() {
    return size;
  }
}
