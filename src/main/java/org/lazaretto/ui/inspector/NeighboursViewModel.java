package org.lazaretto.ui.inspector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.observe.Detail;
import org.lazaretto.ui.desk.CaseState;
import org.lazaretto.ui.fx.Background;

/** The neighbours of what is shown; while they are to be seen they follow what is observed. */
final class NeighboursViewModel implements AutoCloseable {
  /** So many rows hide what stands below them. */
  private static final int MANY = 30;

  /** What is all that there is to be seen is not folded. */
  private static final Set<String> ALL = Set.of("here", "own");

  private static final Duration PACE = Duration.ofSeconds(1);

  private final ObservableValue<ClusterSnapshot> seen;
  private final ObservableValue<CaseState> record;
  private final Question<Neighbourhood> question;
  private final ObservableList<NeighbourRow> rows = FXCollections.observableArrayList();
  private final Map<String, Boolean> folded = new HashMap<>();
  private final Subscription following;
  private Subject subject = new Subject.Nothing();
  private Instant asked = Instant.MIN;
  private boolean open;

  NeighboursViewModel(
      ObservableValue<ClusterSnapshot> seen,
      ObservableValue<CaseState> record,
      Background background) {
    this.seen = seen;
    this.record = record;
    this.question = new Question<>(background);
    this.following =
        Subscription.combine(
            seen.subscribe(this::follow),
            record.subscribe(_ -> compose()),
            question.answerProperty().subscribe(_ -> compose()));
  }

  private static Optional<ObjectRef> object(Subject subject) {
    return subject instanceof Subject.Known known ? Optional.of(known.object()) : Optional.empty();
  }

  /** Is about another subject from now on; nothing is counted yet. */
  void show(Subject next) {
    boolean other = !object(next).equals(object(subject));
    subject = next;
    if (other) {
      question.close();
    }
  }

  /** It is to be seen. */
  void open() {
    open = true;
    ask();
  }

  /** Counts, unless that is done or under way. */
  void ask() {
    if (question.answerProperty().get() instanceof Answer.None<Neighbourhood>) {
      count();
    }
  }

  private void count() {
    if (subject instanceof Subject.Known known && known.gone().isEmpty()) {
      ClusterSnapshot now = seen.getValue();
      asked = now.asOf();
      question.askAgain(() -> new Detail.Read<>(Neighbourhood.of(now, known)));
    }
  }

  /** In a large cluster counting takes its time: it is done once a second at most. */
  private void follow(ClusterSnapshot now) {
    if (open && !now.asOf().isBefore(asked.plus(PACE))) {
      count();
    }
  }

  /** It is not to be seen any more. */
  void leave() {
    open = false;
  }

  /** Folds the rows below a heading, or shows them again. */
  void fold(String what) {
    rows.stream()
        .filter(row -> row instanceof NeighbourRow.Heading heading && heading.what().equals(what))
        .map(NeighbourRow.Heading.class::cast)
        .findFirst()
        .ifPresent(heading -> folded.put(what, !heading.folded()));
    compose();
  }

  private void compose() {
    List<NeighbourRow> next =
        question.answerProperty().get().known().map(this::composed).orElse(List.of());
    if (!next.equals(rows)) {
      rows.setAll(next);
    }
  }

  private List<NeighbourRow> composed(Neighbourhood near) {
    Set<String> suspects =
        record.getValue().suspects().stream().map(PodRef::uid).collect(Collectors.toSet());
    List<NeighbourRow> all = new ArrayList<>();
    for (Neighbourhood.Group group : near.groups()) {
      if (heading(all, group.what(), group.pods().size())) {
        group
            .pods()
            .forEach(
                pod -> all.add(new NeighbourRow.OfPod(pod, suspects.contains(pod.ref().uid()))));
      }
    }
    if (!near.services().isEmpty() && heading(all, "services", near.services().size())) {
      near.services()
          .forEach(service ->
              all.add(
                  new NeighbourRow.OfService(
                      service,
                      subject instanceof Subject.OfPod shown && service.selects(shown.pod()))));
    }
    return all;
  }

  private boolean heading(List<NeighbourRow> all, String what, int count) {
    boolean shut = folded.getOrDefault(what, count > MANY && !ALL.contains(what));
    all.add(new NeighbourRow.Heading(what, count, shut));
    return !shut;
  }

  /** The rows to be shown. */
  ObservableList<NeighbourRow> rows() {
    return rows;
  }

  /** What was found. */
  ReadOnlyObjectProperty<Answer<Neighbourhood>> answerProperty() {
    return question.answerProperty();
  }

  @Override
  public void close() {
    following.unsubscribe();
    question.close();
  }
}
