package org.lazaretto.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.walkthrough.Album;
import org.lazaretto.ui.walkthrough.Camera;
import org.lazaretto.ui.walkthrough.Hand;
import org.lazaretto.ui.walkthrough.StuckException;

/**
 * Looks at each page in the smallest window and in a usual one in both themes, and on a wall of 4K:
 * none is blank, no text is cut off or hardly to be read, no key stands in place of its text. Of a
 * page that breaks a rule it leaves a picture.
 */
final class PageJudge implements Album {
  private static final int[] SMALLEST = {1100, 700};
  private static final int[] USUAL = {1280, 800};
  private static final int[] WALL = {3840, 2160};
  private static final double SMALL = 0.25;

  /** The pages that every wizard has, by the end of their names. */
  private static final Set<String> WIZARD =
      Set.of("choose", "consequences", "preview", "approve", "running", "result", "run");

  /** Those of them on which one wizard looks like the other. */
  private static final Set<String> ALIKE = Set.of("approve", "running", "run");

  private final Hand hand;
  private final Stage stage;
  private final List<String> pages = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private Theme theme = Theme.DARK;

  /** A judge of that window, which is dark and of usual size. */
  PageJudge(Hand hand, Stage stage) {
    this.hand = hand;
    this.stage = stage;
  }

  /** The pages that were looked at. */
  List<String> pages() {
    return List.copyOf(pages);
  }

  /** Each rule that is broken, with where. */
  List<String> broken() {
    return List.copyOf(broken);
  }

  /** Each page begins in the theme in which the one before ended: to turn it takes longest. */
  @Override
  public void keep(String page) throws IOException, StuckException, InterruptedException {
    pages.add(page);
    String last = page.substring(page.lastIndexOf('-') + 1);
    if (WIZARD.contains(last) && !known.add(last)) {
      again(page, last);
      return;
    }
    window(page, SMALLEST);
    wall(page);
    window(page, USUAL);
    theme = theme.other();
    hand.act(() -> theme.dress(scene()));
    window(page, pages.size() % 2 == 0 ? SMALLEST : USUAL);
    resize(USUAL);
  }

  /** A further wizard's page has the frame of the first one's: the least room is looked at. */
  private void again(String page, String last)
      throws IOException, StuckException, InterruptedException {
    if (!ALIKE.contains(last)) {
      window(page, SMALLEST);
      resize(USUAL);
    }
  }

  private Scene scene() {
    return stage.getScene();
  }

  private void window(String page, int[] size)
      throws IOException, StuckException, InterruptedException {
    resize(size);
    settle();
    found(
        page, size, hand.see(() -> ScreenRules.broken(topmost(), Shot.of(scene().snapshot(null)))));
  }

  private void resize(int[] size) throws InterruptedException {
    hand.act(() -> {
      stage.setWidth(size[0]);
      stage.setHeight(size[1]);
    });
  }

  /**
   * The Headless platform has no screen of that size, but a page may be as large. A picture of it
   * is small: whether it is blank can be seen on that too.
   */
  private void wall(String page) throws IOException, StuckException, InterruptedException {
    Parent root = scene().getRoot();
    hand.act(() -> {
      root.setManaged(false);
      root.resize(WALL[0], WALL[1]);
    });
    settle();
    SnapshotParameters small = new SnapshotParameters();
    small.setTransform(Transform.scale(SMALL, SMALL));
    small.setViewport(new Rectangle2D(0, 0, WALL[0] * SMALL, WALL[1] * SMALL));
    List<String> misfits = hand.see(() -> ScreenRules.misfits(topmost(), WALL[0], WALL[1]));
    if (hand.see(() -> Shot.of(root.snapshot(small, null)).blank())) {
      misfits.add("the page is blank");
    }
    found(page, WALL, misfits);
    hand.act(() -> {
      root.setManaged(true);
      root.resize(scene().getWidth(), scene().getHeight());
    });
  }

  private void found(String page, int[] size, List<String> rules)
      throws IOException, InterruptedException {
    String dress = theme.name().toLowerCase(Locale.ROOT);
    String where = "%s-%dx%d-%s".formatted(page, size[0], size[1], dress);
    if (!rules.isEmpty()) {
      new Camera(hand, Path.of("target/screenshots")).take(scene(), "broken-" + where);
    }
    rules.forEach(rule -> broken.add(where + ": " + rule));
  }

  /** A sheet dims what is behind it, where nobody reads then. */
  private Parent topmost() {
    Node sheet = scene().lookup(".overlay");
    return sheet instanceof Parent overlay && overlay.isVisible() ? overlay : scene().getRoot();
  }

  /** Lets a new size and a new theme come to rest. */
  private void settle() throws StuckException, InterruptedException {
    AtomicInteger glances = new AtomicInteger();
    hand.until("two pulses", () -> glances.incrementAndGet() > 2);
  }
}
