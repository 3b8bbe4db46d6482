package org.lazaretto.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.walkthrough.Sight;

/** What must not be seen on any page, whatever it shows. For the toolkit's thread. */
final class ScreenRules {
  private static final int LEAST_FONT = 12;
  private static final Pattern KEY =
      Pattern.compile("%?(" + String.join("|", Texts.AREAS) + ")([.][a-z][A-Za-z0-9-]*)+");
  private static final Pattern UNFILLED = Pattern.compile("[{][0-9]+[}]");

  private ScreenRules() {}

  /** Each rule that is broken, in words; empty if the page is right. */
  static List<String> broken(Scene scene) {
    return broken(scene.getRoot(), Shot.of(scene.snapshot(null)));
  }

  /** The same of a part of a page. */
  static List<String> broken(Parent part, Shot shot) {
    List<String> broken = misfits(part, shot.width(), shot.height());
    if (shot.blank()) {
      broken.add("the page is blank");
    }
    Sight.below(
        part,
        node -> {
          if (node instanceof Text text) {
            ink(text, shot, broken);
          }
        });
    return broken;
  }

  /** Only what text does not fit, or is none, on a page of that size: needs no picture. */
  static List<String> misfits(Parent part, int width, int height) {
    List<String> broken = new ArrayList<>();
    Sight.below(
        part,
        node -> {
          if (node instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getText().isEmpty()) {
            text(labeled, new Dimension2D(width, height), broken);
          }
        });
    return broken;
  }

  private static void ink(Text text, Shot shot, List<String> broken) {
    String where = told(text) + " in " + told(text.getParent()) + " " + text.getText();
    if (!(text instanceof FontIcon) && text.getFont().getSize() < LEAST_FONT) {
      broken.add("smaller than 12 px: " + where);
    }
    Optional.of(text)
        .filter(ScreenRules::inSight)
        .flatMap(seen -> Contrast.tooSmall(seen, shot))
        .ifPresent(ratio -> broken.add("contrast of %.1f only: %s".formatted(ratio, where)));
  }

  /** Whether nothing above it cuts it away: what is scrolled out has no ground to stand on. */
  private static boolean inSight(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    for (Node above = node.getParent(); above != null; above = above.getParent()) {
      Node clip = above.getClip();
      if (clip != null && !above.localToScene(clip.getBoundsInParent()).contains(bounds)) {
        return false;
      }
    }
    return true;
  }

  private static void text(Labeled labeled, Dimension2D page, List<String> broken) {
    String text = labeled.getText();
    if (KEY.matcher(text).matches()) {
      broken.add("a key instead of its text: " + text);
    }
    if (UNFILLED.matcher(text).find()) {
      broken.add("an argument is not filled in: " + text);
    }
    if (labeled.isTextTruncated() && !explained(labeled)) {
      broken.add("cut without a tooltip: " + told(labeled) + " " + text);
    }
    if (!scrolled(labeled) && outside(labeled, page)) {
      broken.add("outside of the window: " + told(labeled) + " " + text);
    }
  }

  /** A cell or a graphic may leave the tooltip to what contains it. */
  private static boolean explained(Node labeled) {
    for (Node node = labeled; node != null; node = node.getParent()) {
      boolean installed =
          node.hasProperties()
              && node.getProperties().values().stream().anyMatch(Tooltip.class::isInstance);
      if (installed
          || Hint.tells(node)
          || (node instanceof Control control && control.getTooltip() != null)) {
        return true;
      }
    }
    return false;
  }

  private static boolean scrolled(Node node) {
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrollPane
          || parent instanceof VirtualFlow<?>
          || parent instanceof IndexedCell<?>
          || parent instanceof ScrollBar
          || parent instanceof TextInputControl) {
        return true;
      }
    }
    return false;
  }

  private static boolean outside(Node node, Dimension2D page) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getMinX() < -1
        || bounds.getMinY() < -1
        || bounds.getMaxX() > page.getWidth() + 1
        || bounds.getMaxY() > page.getHeight() + 1;
  }

  private static String told(Node node) {
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName() + id + node.getStyleClass();
  }
}
