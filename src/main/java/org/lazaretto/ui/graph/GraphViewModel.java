package org.lazaretto.ui.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Refresh;
import org.lazaretto.ui.graph.Picture.Wish;

/**
 * Which picture is shown. Pictures are made in the background, each from the one before, so that
 * boxes keep their places; nothing is made, and none is shown, while nobody looks.
 */
final class GraphViewModel implements AutoCloseable {
  private final Refresh<Picture> refresh;
  private final AtomicReference<Optional<Picture>> last = new AtomicReference<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Wish> wish = new ReadOnlyObjectWrapper<>(Wish.FIRST);
  private Optional<Seen> seen = Optional.empty();
  private boolean watched;

  /**
   * A model that shows nothing yet.
   *
   * @param failed hears of a picture that went wrong
   */
  GraphViewModel(Background background, Consumer<Failure> failed) {
    this.refresh = new Refresh<>(background, this::take, failed);
  }

  /** Whether somebody looks. */
  void watch(boolean looks) {
    watched = looks;
    if (!looks) {
      refresh.drop();
    }
    request();
  }

  /** Shows what is seen now. */
  void show(Seen now) {
    if (!seen.equals(Optional.of(now))) {
      seen = Optional.of(now);
      request();
    }
  }

  /** Shows another scope. */
  void choose(LensScope scope) {
    if (!scope.equals(wish.get().scope())) {
      wish(scope, Set.of());
    }
  }

  /** Tells the replicas of an owner one by one, or together. */
  void expand(ObjectRef owner, boolean expanded) {
    Set<String> all = new HashSet<>(wish.get().expanded());
    if (expanded ? all.add(owner.uid()) : all.remove(owner.uid())) {
      wish(wish.get().scope(), all);
    }
  }

  /** Closes the gaps that vanished boxes have left. */
  void compact() {
    wish(wish.get().scope(), wish.get().expanded());
  }

  private void wish(LensScope scope, Set<String> expanded) {
    wish.set(new Wish(scope, expanded, wish.get().number() + 1));
    request();
  }

  private void request() {
    Wish wanted = wish.get();
    seen.filter(_ -> watched)
        .filter(now -> refresh.busy() || !shows(wanted, now))
        .ifPresent(now -> refresh.request(() -> make(wanted, now)));
  }

  private boolean shows(Wish wanted, Seen now) {
    return picture
        .get()
        .filter(made -> made.wish().equals(wanted) && made.seen().equals(now))
        .isPresent();
  }

  /** One at a time, so that each follows the one that was made before. */
  private Picture make(Wish wanted, Seen now) {
    Picture made =
        last.get()
            .filter(before -> before.wish().equals(wanted))
            .map(before -> before.next(now))
            .orElseGet(() -> Picture.first(wanted, now));
    last.set(Optional.of(made));
    return made;
  }

  /** What answers a wish that is no longer anybody's is not shown: what is wanted follows. */
  private void take(Picture made) {
    if (watched && made.wish().equals(wish.get())) {
      picture.set(Optional.of(made));
    }
  }

  /**
   * The scopes that can be chosen, as far as is known.
   *
   * @param first nodes that are told first, such as those of suspects
   */
  List<LensScope> scopes(List<String> first) {
    return picture.get().map(Picture::choices).orElse(Choices.NONE).scopes(first);
  }

  /** What is shown; empty before the first is made. */
  ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** What is wanted; what is shown follows it. */
  ReadOnlyObjectProperty<Wish> wishProperty() {
    return wish.getReadOnlyProperty();
  }

  @Override
  public void close() {
    watched = false;
    refresh.close();
  }
}
