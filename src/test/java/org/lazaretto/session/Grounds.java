package org.lazaretto.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Practice clusters that trials take turns in; so many at once. */
final class Grounds {
  private final Path home;
  private final Workplace place;
  private final Semaphore free;
  private final Deque<Ground> idle = new ArrayDeque<>();
  private int made;

  Grounds(Path home, Workplace place, int atOnce) {
    this.home = home;
    this.place = place;
    this.free = new Semaphore(atOnce);
  }

  /** What is done in one of them. */
  interface Course {
    void in(Ground ground) throws Exception;
  }

  /** Does it in one of them, when one is free. */
  void hold(Course course) throws Exception {
    free.acquire();
    try {
      Ground ground = ground();
      course.in(ground);
      give(ground);
    } finally {
      free.release();
    }
  }

  private Ground ground() throws Exception {
    Optional<Ground> rested = take();
    return rested.isPresent() ? rested.get() : new Ground(next(), place);
  }

  private synchronized Optional<Ground> take() {
    return Optional.ofNullable(idle.poll());
  }

  private synchronized void give(Ground ground) {
    idle.add(ground);
  }

  private synchronized Path next() {
    made++;
    return home.resolve("range-" + made);
  }

  synchronized void close() throws IOException {
    for (Ground ground : idle) {
      ground.close();
    }
  }
}
