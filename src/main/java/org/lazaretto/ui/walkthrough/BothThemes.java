package org.lazaretto.ui.walkthrough;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;

/** Keeps each page in both themes, numbered in the order in which they were seen. */
public final class BothThemes implements Album {
  private static final int GLANCES = 3;

  private final Hand hand;
  private final Scene scene;
  private final Print print;
  private final AtomicInteger taken = new AtomicInteger();

  /** What makes one picture. */
  @FunctionalInterface
  public interface Print {
    /** Takes it under that name. */
    void take(Scene scene, String name) throws IOException, InterruptedException;
  }

  /** An album of that scene, which begins in the dark theme. */
  public BothThemes(Hand hand, Scene scene, Print print) {
    this.hand = hand;
    this.scene = scene;
    this.print = print;
  }

  @Override
  public void keep(String page) throws IOException, StuckException, InterruptedException {
    String name = "%02d-%s".formatted(taken.incrementAndGet(), page);
    settle();
    print.take(scene, name + "-dark");
    turn();
    print.take(scene, name + "-light");
    turn();
  }

  private void turn() throws StuckException, InterruptedException {
    hand.press("themeButton");
    settle();
  }

  /** A few pulses, in which what hangs on the theme or on the size is drawn anew. */
  private void settle() throws StuckException, InterruptedException {
    AtomicInteger glances = new AtomicInteger();
    hand.until("its next picture", () -> glances.incrementAndGet() > GLANCES);
  }
}
