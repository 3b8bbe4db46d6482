package org.lazaretto.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Light and dark. */
public enum Theme {
  LIGHT,
  DARK;

  private static final List<String> SHEETS =
      List.of(
          "bridge",
          "fx",
          "shell",
          "start",
          "map",
          "graph",
          "find",
          "inspector",
          "wizard",
          "journal",
          "report",
          "settings",
          "verify");

  /** The other one. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** Dresses a scene in this theme: AtlantaFX's Primer, our tokens, one sheet for each area. */
  public void dress(Scene scene) {
    Application.setUserAgentStylesheet(ground());
    List<String> sheets = new ArrayList<>(List.of(Fonts.sheet()));
    SHEETS.forEach(name -> sheets.add(sheet(name)));
    if (!Toolkit.seesThrough()) {
      sheets.add(sheet("opaque"));
    }
    if (!scene.getStylesheets().equals(sheets)) {
      scene.getStylesheets().setAll(sheets);
    }
  }

  /**
   * What the themes differ in, as one sheet: each change of sheets has the whole scene look for its
   * styles anew.
   */
  private String ground() {
    String primer =
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheetBSS()
            : new PrimerDark().getUserAgentStylesheetBSS();
    String tokens = "/css/tokens-" + (this == LIGHT ? "light" : "dark") + ".css";
    String css =
        "@import \"%s\";%n@import \"%s\";%n"
            .formatted(url(PrimerLight.class, primer), url(Theme.class, tokens));
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static String sheet(String name) {
    return url(Theme.class, "/css/" + name + ".css");
  }

  private static String url(Class<?> beside, String file) {
    return Objects.requireNonNull(beside.getResource(file), file).toExternalForm();
  }
}
