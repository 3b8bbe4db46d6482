package org.lazaretto.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/** Loads pages from {@code fxml/AREA/PAGE.fxml}. */
public final class Pages {
  private static final double WIDTH = 400;
  private static final double HEIGHT = 240;
  private static final int ROWS = 2;

  private Pages() {}

  /**
   * The page with its controller, which its file names by {@code fx:controller}.
   *
   * @param page such as {@code shell/shell}
   */
  public static Parent load(String page, Object controller) {
    return load(
        page,
        type -> {
          if (!type.isInstance(controller)) {
            throw new IllegalStateException(page + " names another controller: " + type);
          }
          return controller;
        });
  }

  /** A page without its controller, which nobody will see; from any thread. */
  public static Parent unseen(String page) {
    return load(page, _ -> new Object());
  }

  /**
   * Has a page that nobody will see find its styles and its places, on the toolkit's thread:
   * whoever turns to such a page later does not wait for what is made but once.
   *
   * @param sheets the sheets of the scene in which the real one will stand
   */
  public static void lay(Parent unseen, List<String> sheets) {
    Scene scene = new Scene(unseen, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(sheets);
    unseen.applyCss();
    unseen.layout();
  }

  /** Has a page that was laid make the cells of its tables and lists: it does for rows only. */
  public static void fill(Parent laid) {
    laid.lookupAll("*").forEach(Pages::rows);
    laid.applyCss();
    laid.layout();
  }

  private static void rows(Node node) {
    if (node instanceof TableView<?> table) {
      table.setItems(FXCollections.observableArrayList(Collections.nCopies(ROWS, null)));
    } else if (node instanceof ListView<?> list) {
      list.setItems(FXCollections.observableArrayList(Collections.nCopies(ROWS, null)));
    }
  }

  private static Parent load(String page, Callback<Class<?>, Object> controllers) {
    String file = "/fxml/" + page + ".fxml";
    URL url = Objects.requireNonNull(Pages.class.getResource(file), file);
    FXMLLoader loader = new FXMLLoader(url, Texts.bundle());
    loader.setControllerFactory(controllers);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
