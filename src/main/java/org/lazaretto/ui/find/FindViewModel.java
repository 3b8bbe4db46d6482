package org.lazaretto.ui.find;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.lazaretto.find.Filter;
import org.lazaretto.find.Flag;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.NextFlagged;
import org.lazaretto.find.Overview;
import org.lazaretto.find.Pivot;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.desk.Dimming;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Refresh;

/**
 * What the left pane says and does. Counting happens in the background, one count at a time; of a
 * large cluster the pane is counted anew once a second at most, and its light comes a little later.
 */
final class FindViewModel implements AutoCloseable {
  private static final int LARGE = 5_000;

  private final ObjectProperty<Filter> filter;
  private final ReadOnlyObjectWrapper<FindLines> lines =
      new ReadOnlyObjectWrapper<>(FindLines.NOTHING);
  private final ReadOnlyObjectWrapper<Dimming> light = new ReadOnlyObjectWrapper<>(Dimming.NONE);
  private final Refresh<Counted> counting;
  private Optional<Counted.Input> input = Optional.empty();
  private Optional<Counted> counted = Optional.empty();
  private final AtomicReference<Optional<Counted>> last = new AtomicReference<>(Optional.empty());
  private final Subscription filtering;
  private final Refresh<Light> lighting;
  private Light.Of lit = new Light.Of(Filter.ALL, Set.of());
  private boolean due;

  /**
   * A model that shows nothing yet.
   *
   * @param filter what is filtered; shared with who else offers filters
   * @param failed hears of a count that went wrong
   */
  FindViewModel(ObjectProperty<Filter> filter, Background background, Consumer<Failure> failed) {
    this.filter = filter;
    this.counting = new Refresh<>(background, this::take, failed);
    this.lighting = new Refresh<>(background, this::take, failed);
    this.filtering = filter.subscribe(this::tell);
  }

  /**
   * Shows what is seen now.
   *
   * @param selected the UID of the pod that is looked at
   */
  void show(ClusterSnapshot snapshot, List<PodRef> suspects, Optional<String> selected) {
    Counted.Input now = new Counted.Input(snapshot, List.copyOf(suspects), selected);
    boolean other = input.isEmpty() || !input.get().asks(now);
    boolean moved = input.isEmpty() || !input.get().snapshot().equals(now.snapshot());
    input = Optional.of(now);
    due = due || other || moved;
    if (other || snapshot.podCount() <= LARGE) {
      count();
    }
    tell();
  }

  /** Counts what has changed since; to be called once a second. */
  void tick() {
    count();
  }

  private void count() {
    if (due) {
      due = false;
      Narrowing narrowing = filter.get().narrowing();
      input.ifPresent(now -> counting.request(() -> count(now, narrowing)));
    }
  }

  /** One at a time, by workers. */
  private Counted count(Counted.Input now, Narrowing narrowing) {
    Counted made = Counted.of(now, narrowing, last.get());
    last.set(Optional.of(made));
    return made;
  }

  private void take(Counted result) {
    counted = Optional.of(result);
    follow(result);
    tell();
  }

  /**
   * A picture that is narrowed to a pivot follows it. One that no suspect shares any more ends it;
   * the likes of one pod stay, even if that pod has gone.
   */
  private void follow(Counted result) {
    if (filter.get().narrowing() instanceof Narrowing.ToPivot(var old, var of)) {
      Narrowing next =
          of.isPresent()
              ? result
                  .like()
                  .filter(like -> like.of().equals(of) && like.pivot().kind() == old.kind())
                  .orElseGet(() -> new Narrowing.ToPivot(old, of))
              : ofSuspects(result.pivots(), old.kind());
      if (!next.equals(filter.get().narrowing())) {
        narrow(next);
      }
    }
  }

  private static Narrowing ofSuspects(List<Pivot> pivots, Pivot.Kind kind) {
    return pivots.stream()
        .filter(pivot -> pivot.kind() == kind)
        .<Narrowing>map(Narrowing.ToPivot::new)
        .findFirst()
        .orElseGet(Narrowing.None::new);
  }

  private void tell() {
    Light.Of now = new Light.Of(filter.get(), input.map(Counted.Input::uids).orElseGet(Set::of));
    if (!now.equals(lit)) {
      lit = now;
      light(now);
    }
    Optional<FindLines> next = input.map(this::told);
    next.filter(said -> !said.equals(lines.get())).ifPresent(lines::set);
  }

  /** To ask the filter of every pod takes a large cluster longer than a pulse may last. */
  private void light(Light.Of now) {
    Optional<ClusterSnapshot> large =
        input.map(Counted.Input::snapshot).filter(seen -> seen.podCount() > LARGE);
    if (now.filter().isOpen() || large.isEmpty()) {
      light.set(now.dimming());
    } else {
      lighting.request(() -> Light.over(now, large.get().pods()));
    }
  }

  /** Only the newest light is lit. */
  private void take(Light made) {
    if (made.of().equals(lit)) {
      light.set(made.dimming());
    }
  }

  private FindLines told(Counted.Input now) {
    Filter filtered = filter.get();
    List<FindLines.Suspect> suspects =
        now.suspects().stream().map(pod -> suspect(now, pod)).toList();
    if (counted.isEmpty()) {
      return new FindLines(suspects, List.of(), 0, List.of(), List.of(), true);
    }
    Overview overview = counted.get().overview();
    List<FindLines.Flagged> flags =
        Arrays.stream(Flag.values())
            .filter(flag -> overview.flags().containsKey(flag) || narrowedTo(flag))
            .map(f -> flagged(overview, f))
            .toList();
    List<FindLines.Same> pivots =
        counted.get().pivots().stream()
            .map(pivot -> new FindLines.Same(pivot, narrowedTo(pivot.kind())))
            .toList();
    List<FindLines.Namespace> namespaces =
        overview.namespaces().stream()
            .map(n -> namespace(n, !filtered.hiddenNamespaces().contains(n.name())))
            .toList();
    return new FindLines(suspects, flags, overview.flagged(), pivots, namespaces, false);
  }

  private FindLines.Flagged flagged(Overview overview, Flag flag) {
    return new FindLines.Flagged(flag, overview.flags().getOrDefault(flag, 0), narrowedTo(flag));
  }

  private static FindLines.Namespace namespace(Overview.NamespaceCount count, boolean shown) {
    return new FindLines.Namespace(count.name(), count.pods(), shown);
  }

  private static FindLines.Suspect suspect(Counted.Input now, PodRef pod) {
    boolean gone = now.snapshot().pod(pod.uid()).isEmpty();
    return new FindLines.Suspect(pod, gone, now.selected().equals(Optional.of(pod.uid())));
  }

  private boolean narrowedTo(Flag flag) {
    return filter.get().narrowing().equals(new Narrowing.ToFlag(flag));
  }

  private boolean narrowedTo(Pivot.Kind kind) {
    return filter.get().narrowing() instanceof Narrowing.ToPivot(var pivot, var of)
        && of.isEmpty()
        && pivot.kind() == kind;
  }

  /** Narrows the picture to a flag, or opens it again. */
  void toggle(Flag flag) {
    narrow(narrowedTo(flag) ? new Narrowing.None() : new Narrowing.ToFlag(flag));
  }

  /** Narrows the picture to a pivot, or opens it again. */
  void toggle(Pivot pivot) {
    narrow(narrowedTo(pivot.kind()) ? new Narrowing.None() : new Narrowing.ToPivot(pivot));
  }

  /** Lights the suspects alone, or opens the picture again. */
  void toggleSuspects() {
    boolean alone = filter.get().narrowing() instanceof Narrowing.ToSuspects;
    narrow(alone ? new Narrowing.None() : new Narrowing.ToSuspects());
  }

  /** Lights flagged pods only, or all. */
  void toggleFlagged() {
    filter.set(filter.get().withFlaggedOnly(!filter.get().flaggedOnly()));
  }

  /** Takes off what the picture is narrowed to. */
  void widen() {
    narrow(new Narrowing.None());
  }

  /** Shows all namespaces again. */
  void showAllNamespaces() {
    filter.set(new Filter(Set.of(), filter.get().flaggedOnly(), filter.get().narrowing()));
  }

  private void narrow(Narrowing narrowing) {
    filter.set(filter.get().with(narrowing));
  }

  /** Shows a namespace, or dims it. */
  void show(String namespace, boolean shown) {
    filter.set(filter.get().withNamespace(namespace, shown));
  }

  /** Opens the picture again. */
  void clear() {
    filter.set(Filter.ALL);
  }

  /** The flagged pod after the one that is looked at. */
  Optional<PodRef> nextFlagged() {
    Optional<String> selected = input.flatMap(Counted.Input::selected);
    return counted
        .map(result -> result.overview().next())
        .flatMap((NextFlagged next) -> next.after(selected));
  }

  /** What is filtered. */
  Filter filtered() {
    return filter.get();
  }

  /** What the pane says. */
  ReadOnlyObjectProperty<FindLines> linesProperty() {
    return lines.getReadOnlyProperty();
  }

  /** Which pods are lit. */
  ReadOnlyObjectProperty<Dimming> lightProperty() {
    return light.getReadOnlyProperty();
  }

  @Override
  public void close() {
    filtering.unsubscribe();
    counting.close();
    lighting.close();
  }
}
