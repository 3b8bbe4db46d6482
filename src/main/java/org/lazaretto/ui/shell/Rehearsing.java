package org.lazaretto.ui.shell;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lazaretto.graph.raster.Look;
import org.lazaretto.graph.raster.MapPalette;
import org.lazaretto.graph.raster.Sample;
import org.lazaretto.graph.raster.Type;
import org.lazaretto.graph.raster.Words;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Toolkit;

/**
 * Has what is shown later made once where nobody sees it, while the window has nothing else to do:
 * what is made for the first time costs several times as much, and would hold the window up. Pages
 * are made by a worker; only their styles and places are found on the toolkit's thread, one page in
 * each of its turns.
 */
final class Rehearsing implements AutoCloseable {
  /** The pages in the order in which somebody may come to them. */
  private static final List<String> PAGES =
      List.of(
          "shell/frame",
          "shell/workspace",
          "shell/header",
          "shell/rail",
          "shell/status",
          "map/map",
          "map/tools",
          "find/find",
          "find/chips",
          "find/search",
          "find/hits",
          "inspector/inspector",
          "inspector/header",
          "inspector/overview",
          "inspector/events",
          "inspector/log",
          "inspector/lines",
          "inspector/neighbours",
          "inspector/yaml",
          "inspector/mark",
          "journal/journal",
          "journal/detail",
          "journal/note",
          "graph/tools",
          "wizard/drawer",
          "wizard/choose",
          "wizard/shutting",
          "wizard/consequences",
          "wizard/preview",
          "wizard/approve",
          "wizard/run",
          "wizard/result",
          "wizard/strip",
          "report/report");

  /** Longer than this nobody waits for it: it makes the window quicker, and is not needed. */
  private static final long PATIENCE_SECONDS = 5;

  private final Background background;
  private final Supplier<List<String>> sheets;
  private final Iterator<String> left = PAGES.iterator();
  private final CountDownLatch done = new CountDownLatch(1);
  private Toolkit.Ticking waiting = () -> {};
  private boolean begun;

  /**
   * Nothing is made yet.
   *
   * @param sheets the sheets of the scene in which the pages will stand
   */
  Rehearsing(Background background, Supplier<List<String>> sheets) {
    this.background = background;
    this.sheets = sheets;
  }

  /** Begins in a second, unless it has begun or is not wanted. */
  void soon() {
    waiting.close();
    waiting = begun ? () -> {} : Toolkit.inASecond(this::now);
  }

  /** Begins, unless it has begun or is not wanted. */
  void now() {
    waiting.close();
    if (!begun) {
      begun = true;
      background.run(Rehearsing::signs, _ -> next(), _ -> next());
    }
  }

  private static int signs() {
    Look look = new Look(MapPalette.DARK, new Type(1), Words.ENGLISH, true);
    int pixels = 0;
    for (Sample sample : Sample.values()) {
      pixels += sample.painted(look).pixels().length;
    }
    return pixels;
  }

  private void next() {
    if (left.hasNext()) {
      String page = left.next();
      background.run(
          () -> Pages.unseen(page),
          view -> {
            Pages.lay(view, sheets.get());
            Toolkit.onePerPulse(
                List.of(() -> {
                  Pages.fill(view);
                  next();
                }));
          },
          _ -> next());
    } else {
      done.countDown();
    }
  }

  /** Work that ends when it and the rehearsal have; it does not wait for long. */
  <T> Background.Work<T> beside(Background.Work<T> work) {
    return () -> {
      T result = work.result();
      awaitEnd();
      return result;
    };
  }

  private void awaitEnd() {
    try {
      var _ = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException givenUp) {
      // Whoever gave up closes what was opened, and that must not be interrupted.
    }
  }

  @Override
  public void close() {
    begun = true;
    waiting.close();
    while (left.hasNext()) {
      left.next();
    }
    done.countDown();
  }
}
