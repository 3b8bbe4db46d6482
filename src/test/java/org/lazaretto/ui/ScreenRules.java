package org.lazaretto.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
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
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.walkthrough.Sight;

/** What must not be seen on any page, whatever it shows. For the toolkit's thread. */
final class ScreenRules {
  /** A page whose pixels are this much of one colour shows nothing. */
  private static final double BLANK = 0.995;

  private static final int LEAST_FONT = 12;
  private static final Pattern KEY =
      Pattern.compile("%?(" + String.join("|", Texts.AREAS) + ")([.][a-z][A-Za-z0-9-]*)+");
  private static final Pattern UNFILLED = Pattern.compile("[{][0-9]+[}]");

  private ScreenRules() {}

  /** Each rule that is broken, in words; empty if the page is right. */
  static List<String> broken(Scene scene) {
    List<String> broken = new ArrayList<>();
    WritableImage picture = scene.snapshot(null);
    if (blank(picture)) {
      broken.add("the page is blank");
    }
    Sight.below(
        scene.getRoot(),
        node -> {
          if (node instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getText().isEmpty()) {
            text(labeled, broken);
          }
          if (node instanceof Text text) {
            ink(text, picture, broken);
          }
        });
    return broken;
  }

  private static void ink(Text text, WritableImage picture, List<String> broken) {
    String where = told(text) + " in " + told(text.getParent()) + " " + text.getText();
    if (!(text instanceof FontIcon) && text.getFont().getSize() < LEAST_FONT) {
      broken.add("smaller than 12 px: " + where);
    }
    Contrast.tooSmall(text, picture)
        .ifPresent(ratio -> broken.add("contrast of %.1f only: %s".formatted(ratio, where)));
  }

  private static void text(Labeled labeled, List<String> broken) {
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
    if (!scrolled(labeled) && outside(labeled)) {
      broken.add("outside of the window: " + told(labeled) + " " + text);
    }
  }

  /** A cell or a graphic may leave the tooltip to what contains it. */
  private static boolean explained(Node labeled) {
    for (Node node = labeled; node != null; node = node.getParent()) {
      boolean installed =
          node.hasProperties()
              && node.getProperties().values().stream().anyMatch(Tooltip.class::isInstance);
      if (installed || (node instanceof Control control && control.getTooltip() != null)) {
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

  private static boolean outside(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Scene scene = node.getScene();
    return bounds.getMinX() < -1
        || bounds.getMinY() < -1
        || bounds.getMaxX() > scene.getWidth() + 1
        || bounds.getMaxY() > scene.getHeight() + 1;
  }

  private static boolean blank(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] row = new int[width];
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < height; y++) {
      picture
          .getPixelReader()
          .getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
      for (int pixel : row) {
        counts.merge(pixel, 1, Integer::sum);
      }
    }
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most >= BLANK * width * height;
  }

  private static String told(Node node) {
    String id = node.getId() == null ? "" : "#" + node.getId();
    return node.getClass().getSimpleName() + id + node.getStyleClass();
  }
}
