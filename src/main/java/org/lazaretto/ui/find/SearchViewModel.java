package org.lazaretto.ui.find;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.find.Hit;
import org.lazaretto.find.Narrowing;
import org.lazaretto.find.Query;
import org.lazaretto.find.Results;
import org.lazaretto.find.Search;
import org.lazaretto.find.SearchIndex;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Refresh;

/**
 * Searches on each key, in the background: a key asks the texts that were prepared last, and these
 * are prepared anew once a second at most, while somebody searches.
 */
final class SearchViewModel implements AutoCloseable {
  private static final int MOST_HITS = 50;

  private final Supplier<ClusterSnapshot> snapshot;
  private final SearchIndex index = new SearchIndex();
  private final Refresh<Prepared> preparing;
  private final Refresh<Answer> asking;
  private final Refresh<Runnable> lighting;
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.NONE);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
  private Optional<Prepared> prepared = Optional.empty();
  private Optional<Consumer<Hit>> waiting = Optional.empty();
  private String text = "";

  /**
   * What is known of a question.
   *
   * @param text what was typed
   * @param results empty until there is something to ask
   */
  record Answer(String text, Optional<Results> results) {
    static final Answer NONE = new Answer("", Optional.empty());
  }

  private record Prepared(ClusterSnapshot snapshot, Search search) {}

  /**
   * A search that nobody uses yet.
   *
   * @param snapshot what is seen now, asked on the toolkit's thread
   * @param failed hears of a search that went wrong
   */
  SearchViewModel(
      Supplier<ClusterSnapshot> snapshot, Background background, Consumer<Failure> failed) {
    this.snapshot = snapshot;
    this.preparing = new Refresh<>(background, this::take, failed);
    this.asking = new Refresh<>(background, this::take, failed);
    this.lighting = new Refresh<>(background, Runnable::run, failed);
  }

  /** Gets ready before the first key. */
  void prepare() {
    ClusterSnapshot now = snapshot.get();
    boolean known = prepared.filter(old -> old.snapshot().equals(now)).isPresent();
    if (!known && !preparing.busy()) {
      preparing.request(() -> new Prepared(now, index.update(now)));
    }
  }

  /** Looks for something else. */
  void type(String typed) {
    text = typed;
    forget();
    chosen.set(0);
    if (Query.parse(typed).isEmpty()) {
      answer.set(new Answer(typed, Optional.empty()));
    } else {
      prepared.ifPresentOrElse(this::ask, this::prepare);
    }
  }

  /** Looks again, if the cluster has changed; to be called once a second while it is open. */
  void tick() {
    if (!Query.parse(text).isEmpty()) {
      prepare();
    }
  }

  private void ask(Prepared now) {
    String typed = text;
    asking.request(
        () -> new Answer(typed, Optional.of(now.search().find(Query.parse(typed), MOST_HITS))));
  }

  private void take(Prepared result) {
    prepared = Optional.of(result);
    if (!Query.parse(text).isEmpty()) {
      ask(result);
    }
  }

  private void take(Answer result) {
    if (result.text().equals(text) && !result.equals(answer.get())) {
      answer.set(result);
      choose(chosen.get());
    }
    if (result.text().equals(text)) {
      Optional<Consumer<Hit>> wish = waiting;
      forget();
      wish.ifPresent(hit()::ifPresent);
    }
  }

  /** Moves the choice down by so many hits, or up. */
  void move(int by) {
    choose(chosen.get() + by);
  }

  /** Chooses the hit at that place, or the nearest there is. */
  void choose(int place) {
    int last = answer.get().results().map(found -> found.hits().size()).orElse(0) - 1;
    chosen.set(Math.max(0, Math.min(place, last)));
  }

  /** The hit that is chosen; none while the answer to what is typed is still on its way. */
  Optional<Hit> hit() {
    return Optional.of(answer.get())
        .filter(known -> known.text().equals(text))
        .flatMap(Answer::results)
        .filter(found -> !found.hits().isEmpty())
        .map(found -> found.hits().get(chosen.get()));
  }

  /** Takes the chosen hit, now or when the answer to what is typed is there. */
  void pick(Consumer<Hit> deed) {
    if (answer.get().text().equals(text)) {
      hit().ifPresent(deed);
    } else {
      waiting = Optional.of(deed);
    }
  }

  /** Takes no hit any more that is still on its way. */
  void forget() {
    waiting = Optional.empty();
  }

  /**
   * Finds all pods that match what is typed, in the background; a later wish takes the place of one
   * that waits.
   *
   * @param found hears of them, as what a picture can be narrowed to
   */
  void light(Consumer<Narrowing.ToText> found) {
    String typed = text;
    prepared.ifPresent(now ->
        lighting.request(() -> {
          Set<String> pods = now.search().podsMatching(Query.parse(typed));
          return () -> found.accept(new Narrowing.ToText(typed.strip(), pods));
        }));
  }

  /** What is known of the question. */
  ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /** Which hit is chosen, from 0. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  @Override
  public void close() {
    preparing.close();
    asking.close();
    lighting.close();
  }
}
