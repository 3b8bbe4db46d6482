package org.lazaretto.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

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
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheetBSS()
            : new PrimerDark().getUserAgentStylesheetBSS());
    List<String> sheets = new ArrayList<>(List.of(Fonts.sheet()));
    SHEETS.forEach(name -> sheets.add(sheet(name)));
    if (!Toolkit.seesThrough()) {
      sheets.add(sheet("opaque"));
    }
    String tokens = sheet(this == LIGHT ? "tokens-light" : "tokens-dark");
    ObservableList<String> worn = scene.getStylesheets();
    if (worn.size() == sheets.size() + 1 && worn.subList(1, worn.size()).equals(sheets)) {
      // Those of both themes need not be read again.
      worn.set(0, tokens);
    } else {
      sheets.addFirst(tokens);
      // In one change: each change has the whole scene find its styles anew.
      worn.setAll(sheets);
    }
  }

  private static String sheet(String name) {
    String file = "/css/" + name + ".css";
    return Objects.requireNonNull(url(file), file);
  }

  private static @Nullable String url(String file) {
    java.net.URL url = Theme.class.getResource(file);
    return url == null ? null : url.toExternalForm();
  }
}
