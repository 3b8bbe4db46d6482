package org.lazaretto.ui.inspector;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.observe.Detail;
import org.lazaretto.observe.ObjectDetails;
import org.lazaretto.observe.ObjectFacts;
import org.lazaretto.observe.PodDetails;
import org.lazaretto.plan.Finding;
import org.lazaretto.ui.fx.Background;

/**
 * The overview of what is shown: at once what is observed anyway, then what its object says. It
 * changes with what is observed; of an object that is gone it keeps what was known last.
 */
final class OverviewViewModel implements AutoCloseable {
  private final ObservableValue<ClusterSnapshot> seen;
  private final InstantSource clock;
  private final ObjectDetails details;
  private final Foreseer foreseer;
  private final Question<PodDetails> pod;
  private final Question<ObjectFacts> facts;
  private final Question<List<Finding>> findings;
  private final ReadOnlyObjectWrapper<List<Section>> sections =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription following;
  private Subject subject = new Subject.Nothing();

  /**
   * A model that shows nothing yet.
   *
   * @param clock tells how long things have lasted
   */
  OverviewViewModel(
      ObservableValue<ClusterSnapshot> seen,
      ObjectDetails details,
      Foreseer foreseer,
      Background background,
      InstantSource clock) {
    this.seen = seen;
    this.clock = clock;
    this.details = details;
    this.foreseer = foreseer;
    this.pod = new Question<>(background);
    this.facts = new Question<>(background);
    this.findings = new Question<>(background);
    this.following =
        Subscription.combine(
            seen.subscribe(this::compose),
            pod.answerProperty().subscribe(this::foresee),
            facts.answerProperty().subscribe(this::compose),
            findings.answerProperty().subscribe(this::compose));
  }

  /** Shows a subject; what its object says is asked for once. */
  void show(Subject next) {
    Optional<ObjectRef> before = object(subject);
    subject = next;
    if (!object(next).equals(before)) {
      forget();
      ask();
    }
    compose();
  }

  private static Optional<ObjectRef> object(Subject subject) {
    return subject instanceof Subject.Known known ? Optional.of(known.object()) : Optional.empty();
  }

  private void ask() {
    switch (subject) {
      case Subject.Nothing _, Subject.Unseen _ -> {}
      case Subject.OfPod shown -> pod.ask(() -> details.pod(shown.object()));
      case Subject.OfNode shown -> facts.ask(() -> details.facts(shown.object()));
      case Subject.OfWorkload shown -> facts.ask(() -> details.facts(shown.object()));
    }
  }

  /** Who only passes by, pod by pod, is not told of plans: that takes more than a glance. */
  private void foresee() {
    boolean answered =
        switch (pod.answerProperty().get()) {
          case Answer.None<PodDetails> _, Answer.Coming<PodDetails> _ -> false;
          case Answer.Here<PodDetails> _,
              Answer.Gone<PodDetails> _,
              Answer.Denied<PodDetails> _,
              Answer.Failed<PodDetails> _ ->
              true;
        };
    if (answered && subject instanceof Subject.OfPod shown) {
      findings.askAgain(() -> new Detail.Read<>(foreseer.foresee(shown.pod())));
    }
    compose();
  }

  /** Asks once more for what its object says. */
  void askAgain() {
    switch (subject) {
      case Subject.Nothing _, Subject.Unseen _ -> {}
      case Subject.OfPod shown -> pod.askAgain(() -> details.pod(shown.object()));
      case Subject.OfNode shown -> facts.askAgain(() -> details.facts(shown.object()));
      case Subject.OfWorkload shown -> facts.askAgain(() -> details.facts(shown.object()));
    }
  }

  /** Time goes on, even in a cluster in which nothing happens; to be called once a second. */
  void tick() {
    if (subject instanceof Subject.Known) {
      compose();
    }
  }

  private void compose() {
    ClusterSnapshot now = seen.getValue().at(clock.instant());
    if (there(now) || sections.get().isEmpty()) {
      sections.set(composed(now));
    }
  }

  private boolean there(ClusterSnapshot now) {
    return switch (subject) {
      case Subject.Nothing _, Subject.Unseen _ -> true;
      case Subject.OfPod shown -> now.pod(shown.object().uid()).isPresent();
      case Subject.OfNode shown -> now.node(shown.node().ref().name()).isPresent();
      case Subject.OfWorkload shown -> now.workload(shown.object().uid()).isPresent();
    };
  }

  private List<Section> composed(ClusterSnapshot now) {
    return switch (subject) {
      case Subject.Nothing _, Subject.Unseen _ -> List.of();
      case Subject.OfPod shown ->
          new PodOverview(shown.pod(), now, pod.answerProperty().get())
              .sections(findings.answerProperty().get());
      case Subject.OfNode shown ->
          new NodeOverview(shown.node(), now, facts.answerProperty().get()).sections();
      case Subject.OfWorkload shown ->
          new WorkloadOverview(shown.workload(), now, facts.answerProperty().get()).sections();
    };
  }

  /** What is shown. */
  ReadOnlyObjectProperty<List<Section>> sectionsProperty() {
    return sections.getReadOnlyProperty();
  }

  private void forget() {
    sections.set(List.of());
    pod.close();
    facts.close();
    findings.close();
  }

  @Override
  public void close() {
    following.unsubscribe();
    forget();
  }
}
