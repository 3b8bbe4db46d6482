package org.lazaretto.ui.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.lazaretto.graph.lens.Box;

/**
 * The boxes of a picture, as far as they have been in sight: a box is dear to dress, and of a large
 * picture most are never looked at.
 */
final class BoxLayer {
  private static final int MOST_AT_ONCE = 24;

  private final ObservableList<Node> world;
  private final Consumer<BoxView> made;
  private final Map<String, BoxView> views = new HashMap<>();
  private Optional<Picture> picture = Optional.empty();
  private Optional<String> selected = Optional.empty();

  /**
   * No boxes yet.
   *
   * @param world where boxes are added
   * @param made hears of each new box
   */
  BoxLayer(ObservableList<Node> world, Consumer<BoxView> made) {
    this.world = world;
    this.made = made;
  }

  /** Shows another picture: boxes that are in both stay, and are told what they are now. */
  void show(Picture now) {
    picture = Optional.of(now);
    Set<Node> gone = new HashSet<>();
    views
        .values()
        .removeIf(view -> {
          Optional<Box> box = now.lens().box(view.box().id());
          box.ifPresentOrElse(there -> dress(view, there, now), () -> gone.add(view));
          return box.isEmpty();
        });
    if (!gone.isEmpty()) {
      world.removeAll(gone);
    }
  }

  private static void dress(BoxView view, Box box, Picture now) {
    Optional.ofNullable(now.looks().get(box.id())).ifPresent(look -> view.show(box, look));
  }

  /**
   * Shows the boxes that can be seen and hides the others.
   *
   * @return whether some can be seen that have not been made
   */
  boolean cull(Predicate<Box> seen) {
    views.values().forEach(view -> view.setVisible(seen.test(view.box())));
    return missing(seen).findAny().isPresent();
  }

  private Stream<Box> missing(Predicate<Box> seen) {
    return picture.stream()
        .flatMap(now -> now.lens().boxes().stream())
        .filter(box -> !views.containsKey(box.id()))
        .filter(seen);
  }

  /** Makes some of the boxes that can be seen. */
  void make(Predicate<Box> seen) {
    List<Node> fresh = new ArrayList<>();
    missing(seen).limit(MOST_AT_ONCE).toList().forEach(box -> fresh.add(made(box)));
    world.addAll(fresh);
  }

  private BoxView made(Box box) {
    BoxView view = new BoxView(box);
    view.setManaged(false);
    view.select(selected.equals(Optional.of(box.id())));
    picture.ifPresent(now -> dress(view, box, now));
    made.accept(view);
    views.put(box.id(), view);
    return view;
  }

  /** The view of a box, made now if it has not been in sight yet. */
  BoxView view(Box box) {
    BoxView known = views.get(box.id());
    if (known != null) {
      return known;
    }
    BoxView view = made(box);
    world.add(view);
    return view;
  }

  /** Takes all boxes out of the window; those in sight can be made again. */
  void clear() {
    world.removeAll(views.values());
    views.clear();
  }

  /** Marks the box that the rest of the window looks at. */
  void select(Optional<String> id) {
    if (!selected.equals(id)) {
      selected = id;
      views.forEach((each, view) -> view.select(id.equals(Optional.of(each))));
    }
  }
}
