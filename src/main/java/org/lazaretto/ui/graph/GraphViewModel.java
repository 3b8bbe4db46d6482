package org.lazaretto.ui.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.graph.NaturalOrder;
import org.lazaretto.graph.lens.Lens;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.Pod;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Refresh;

/**
 * Which lens is shown. Lenses are made in the background, each from the one before, so that boxes
 * keep their places; nothing is made while nobody looks.
 */
final class GraphViewModel implements AutoCloseable {
  private final Refresh<Picture> refresh;
  private final AtomicReference<Optional<Picture>> last = new AtomicReference<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Picture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Wish> wish = new ReadOnlyObjectWrapper<>(Wish.FIRST);
  private Optional<Input> input = Optional.empty();
  private boolean watched;

  /**
   * What somebody wants to see.
   *
   * @param expanded UIDs of owners whose replicas are told one by one
   * @param number which arrangement this is; another number arranges anew
   */
  record Wish(LensScope scope, Set<String> expanded, int number) {
    static final Wish FIRST = new Wish(new LensScope.Suspects(), Set.of(), 0);

    Wish {
      expanded = Set.copyOf(expanded);
    }
  }

  /** A lens, and the wish that it answers. */
  record Picture(Wish wish, Lens lens) {}

  private record Input(ClusterSnapshot snapshot, Set<String> suspects) {}

  /**
   * A model that shows nothing yet.
   *
   * @param failed hears of a lens that went wrong
   */
  GraphViewModel(Background background, Consumer<Failure> failed) {
    this.refresh = new Refresh<>(background, made -> picture.set(Optional.of(made)), failed);
  }

  /** Whether somebody looks. */
  void watch(boolean looks) {
    watched = looks;
    request();
  }

  /**
   * Shows what is seen now.
   *
   * @param suspects UIDs of pods
   */
  void show(ClusterSnapshot snapshot, Set<String> suspects) {
    Input now = new Input(snapshot, Set.copyOf(suspects));
    if (!input.equals(Optional.of(now))) {
      input = Optional.of(now);
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
    if (watched) {
      Wish wanted = wish.get();
      input.ifPresent(now -> refresh.request(() -> make(wanted, now)));
    }
  }

  /** One at a time, so that each follows the one that was shown before. */
  private Picture make(Wish wanted, Input now) {
    Lens lens =
        last.get()
            .filter(before -> before.wish().equals(wanted))
            .map(before -> before.lens().next(now.snapshot(), now.suspects()))
            .orElseGet(
                () -> Lens.open(now.snapshot(), wanted.scope(), now.suspects(), wanted.expanded()));
    Picture made = new Picture(wanted, lens);
    last.set(Optional.of(made));
    return made;
  }

  /**
   * The scopes that can be chosen: suspects, namespaces, then nodes.
   *
   * @param first nodes that are told first, such as those of suspects
   */
  List<LensScope> scopes(List<String> first) {
    if (input.isEmpty()) {
      return List.of(new LensScope.Suspects());
    }
    ClusterSnapshot seen = input.get().snapshot();
    Stream<LensScope> namespaces =
        counts(seen).keySet().stream().sorted(NaturalOrder.INSTANCE).map(LensScope.Namespace::new);
    Stream<LensScope> nodes =
        Stream.concat(
                first.stream(),
                seen.nodes().stream().map(n -> n.ref().name()).sorted(NaturalOrder.INSTANCE))
            .distinct()
            .map(LensScope.OnNode::new);
    return Stream.of(Stream.<LensScope>of(new LensScope.Suspects()), namespaces, nodes)
        .flatMap(all -> all)
        .toList();
  }

  /** The namespace with most pods that is not the system's: where to begin without a suspect. */
  Optional<String> largestNamespace() {
    return input.flatMap(now ->
        counts(now.snapshot()).entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith("kube-"))
            .max(
                Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey));
  }

  private static Map<String, Integer> counts(ClusterSnapshot snapshot) {
    Map<String, Integer> counts = new HashMap<>();
    for (Pod pod : snapshot.pods()) {
      counts.merge(pod.ref().namespace(), 1, Integer::sum);
    }
    return counts;
  }

  /** What is shown; empty before the first lens is made. */
  ReadOnlyObjectProperty<Optional<Picture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** What is wanted; what is shown follows it. */
  ReadOnlyObjectProperty<Wish> wishProperty() {
    return wish.getReadOnlyProperty();
  }

  @Override
  public void close() {
    refresh.close();
  }
}
