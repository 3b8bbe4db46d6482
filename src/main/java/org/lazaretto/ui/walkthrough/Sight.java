package org.lazaretto.ui.walkthrough;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.stage.Window;

/** What a person can see of the windows that are open. For the toolkit's thread. */
public final class Sight {
  private static final int TOLD = 200;

  private Sight() {}

  /**
   * The node with that {@code fx:id}, if it is to be seen; the topmost window goes first.
   *
   * @param path an {@code fx:id}, or several with blanks between them, each below the one before
   */
  public static Optional<Node> of(String path) {
    String[] ids = path.split(" ", -1);
    List<Node> found = named(ids[0]);
    for (int i = 1; i < ids.length; i++) {
      String id = ids[i];
      found = found.stream().flatMap(node -> named(id, node).stream()).toList();
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
  }

  private static List<Node> named(String id) {
    List<Node> found = new ArrayList<>();
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window.isShowing() && window.getScene() != null) {
        found.addAll(named(id, window.getScene().getRoot()));
      }
    }
    return found;
  }

  private static List<Node> named(String id, Node root) {
    List<Node> found = new ArrayList<>();
    below(
        root,
        node -> {
          if (id.equals(node.getId())) {
            found.add(node);
          }
        });
    return found;
  }

  /**
   * What has the focus in the window that has it, or in the first one while somebody works in
   * another program; its root if nothing else has.
   */
  public static Optional<Node> focused() {
    return List.copyOf(Window.getWindows()).stream()
        .filter(window -> window.isShowing() && window.getScene() != null)
        .sorted(Comparator.comparing(Window::isFocused).reversed())
        .map(Window::getScene)
        .map(scene -> Optional.ofNullable(scene.getFocusOwner()).orElseGet(scene::getRoot))
        .findFirst();
  }

  /** Goes through every node that is to be seen, parents first. */
  public static void everywhere(Consumer<Node> visitor) {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window.isShowing() && window.getScene() != null) {
        below(window.getScene().getRoot(), visitor);
      }
    }
  }

  /** Goes through a node and what is to be seen below it, parents first. */
  public static void below(Node node, Consumer<Node> visitor) {
    if (!node.isVisible()) {
      return;
    }
    visitor.accept(node);
    if (node instanceof Parent parent) {
      List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> below(child, visitor));
    }
  }

  /** Whether there is such a node among all that is to be seen. */
  public static boolean any(Predicate<Node> wanted) {
    AtomicBoolean found = new AtomicBoolean();
    everywhere(node -> {
      if (wanted.test(node)) {
        found.set(true);
      }
    });
    return found.get();
  }

  /** The texts that are to be seen below a node, one a line. */
  public static String text(Node node) {
    List<String> texts = new ArrayList<>();
    below(
        node,
        each -> {
          // The row of a table is labeled and has no text.
          if (each instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getText().isBlank()) {
            texts.add(labeled.getText());
          }
        });
    return String.join("\n", texts);
  }

  /** The boxes below a node whose text, or what they are called aloud, has that in it. */
  static List<CheckBox> boxes(Node node, String part) {
    List<CheckBox> found = new ArrayList<>();
    below(
        node,
        each -> {
          if (each instanceof CheckBox box
              && (box.getText() + " " + box.getAccessibleText()).contains(part)) {
            found.add(box);
          }
        });
    return found;
  }

  /** The identities and texts in sight, for who has to find out why something is not. */
  static String told() {
    List<String> seen = new ArrayList<>();
    everywhere(node -> {
      if (node.getId() != null) {
        String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        seen.add(node.getId() + (node.isDisabled() ? " (disabled)" : "") + text);
      }
    });
    return seen.stream().limit(TOLD).collect(Collectors.joining(", "));
  }
}
