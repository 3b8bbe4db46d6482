package org.lazaretto.ui.fx;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/** The typefaces of the window, from those that this machine has. */
public final class Fonts {
  private static final List<String> SANS =
      List.of("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "Cantarell", "DejaVu Sans");
  private static final List<String> MONO =
      List.of("JetBrains Mono", "Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono");

  private Fonts() {}

  /** The family of running text. */
  public static String sans() {
    return first(SANS, "System");
  }

  /** The family of names, commands and hashes. */
  public static String mono() {
    return first(MONO, "Monospaced");
  }

  /** A style sheet that says so. */
  static String sheet() {
    String css =
        """
        .root { -fx-font-family: "%s"; -fx-font-size: 13px; }
        .mono, .text-input.mono { -fx-font-family: "%s"; }
        """
            .formatted(sans(), mono());
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static String first(List<String> wanted, String otherwise) {
    Set<String> families = new HashSet<>(Font.getFamilies());
    return wanted.stream().filter(families::contains).findFirst().orElse(otherwise);
  }
}
