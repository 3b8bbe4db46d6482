package org.lazaretto.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads pages from {@code fxml/AREA/PAGE.fxml}. */
public final class Pages {
  private Pages() {}

  /**
   * The page with its controller, which its file names by {@code fx:controller}.
   *
   * @param page such as {@code shell/shell}
   */
  public static Parent load(String page, Object controller) {
    String file = "/fxml/" + page + ".fxml";
    URL url = Objects.requireNonNull(Pages.class.getResource(file), file);
    FXMLLoader loader = new FXMLLoader(url, Texts.bundle());
    loader.setControllerFactory(type -> {
      if (!type.isInstance(controller)) {
        throw new IllegalStateException(file + " names another controller: " + type);
      }
      return controller;
    });
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
