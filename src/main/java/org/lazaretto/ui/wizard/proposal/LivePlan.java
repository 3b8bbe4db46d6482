package org.lazaretto.ui.wizard.proposal;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.plan.Request;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.Rehearsal;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;

/**
 * The plan for what is asked for, kept true while the cluster changes. All of it happens on the
 * toolkit's thread but the work itself.
 */
public final class LivePlan implements AutoCloseable {
  /** Without news of the cluster its age alone may hold a plan (T-43): look again so seldom. */
  private static final int LOOKS_WITHOUT_NEWS = 10;

  private final CaseWork work;
  private final Background background;
  private final ReadOnlyObjectWrapper<Loaded<Proposal>> proposal =
      new ReadOnlyObjectWrapper<>(new Loaded.Absent<>());
  private final ReadOnlyObjectWrapper<Loaded<List<HoldReason>>> guards =
      new ReadOnlyObjectWrapper<>(new Loaded.Absent<>());
  private final ReadOnlyObjectWrapper<Loaded<Rehearsal>> rehearsal =
      new ReadOnlyObjectWrapper<>(new Loaded.Absent<>());
  private final ReadOnlyObjectWrapper<Optional<Leaving>> leaving =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Request> asked = Optional.empty();
  private Optional<ClusterSnapshot> looked = Optional.empty();
  private Optional<Background.Running> planning = Optional.empty();
  private Optional<Background.Running> guarding = Optional.empty();
  private Optional<Background.Running> rehearsing = Optional.empty();
  private boolean busy;
  private boolean wantsAnswers;
  private int quiet;

  /** Plans with that work. */
  public LivePlan(CaseWork work, Background background) {
    this.work = work;
    this.background = background;
  }

  /** The plan for what is asked for; the last one while the next is on its way. */
  public ReadOnlyObjectProperty<Loaded<Proposal>> proposalProperty() {
    return proposal.getReadOnlyProperty();
  }

  /**
   * What becomes of what stands on the nodes, where they are to be emptied; before they are
   * cordoned, when there is no plan yet, as it will be then.
   */
  public ReadOnlyObjectProperty<Optional<Leaving>> leavingProperty() {
    return leaving.getReadOnlyProperty();
  }

  /** What the order guard holds it for. */
  public ReadOnlyObjectProperty<Loaded<List<HoldReason>>> guardsProperty() {
    return guards.getReadOnlyProperty();
  }

  /** What the server says of it. */
  public ReadOnlyObjectProperty<Loaded<Rehearsal>> rehearsalProperty() {
    return rehearsal.getReadOnlyProperty();
  }

  /** The proposal, if it answers what is asked for now. */
  public Optional<Proposal> current() {
    return proposal.get().value().filter(p -> asked.filter(p.plan().request()::equals).isPresent());
  }

  /** Why there is nothing to do, where that is why there is no plan. */
  public Optional<String> nothing() {
    return proposal.get().failure().filter(Failure::nothing).map(Failure::words);
  }

  /** Asks for another plan; the same question is not asked twice. */
  public void ask(Optional<Request> request) {
    if (request.equals(asked)) {
      return;
    }
    asked = request;
    stop();
    if (request.isEmpty()) {
      take(new Loaded.Absent<>());
    } else {
      plan(request.get());
    }
  }

  /** Plans again if there is news of the cluster; called once a second. */
  public void look() {
    quiet++;
    boolean news = looked.map(seen -> seen != work.snapshot()).orElse(true);
    if (!busy && (news || quiet >= LOOKS_WITHOUT_NEWS)) {
      asked.ifPresent(this::plan);
    }
  }

  /** From now on the order guard and the server are asked about each plan. */
  public void wantAnswers() {
    wantsAnswers = true;
    askAbout();
  }

  /** Asks guard and server once more about the same plan. */
  public void askAgain() {
    forgetAnswers();
    askAbout();
  }

  private void plan(Request request) {
    quiet = 0;
    ClusterSnapshot seen = work.snapshot();
    looked = Optional.of(seen);
    if (proposal.get().value().isEmpty()) {
      proposal.set(new Loaded.Coming<>());
    }
    busy = true;
    Background.Running running =
        background.run(
            () -> Proposal.of(seen, work.plan(request)),
            planned -> ended(new Loaded.There<>(planned)),
            failure -> ended(new Loaded.Failed<>(failure)));
    planning = busy ? Optional.of(running) : Optional.empty();
  }

  private void ended(Loaded<Proposal> next) {
    busy = false;
    planning = Optional.empty();
    take(next);
    if (next.failure().isPresent()) {
      lookAhead();
    }
    askAbout();
  }

  /** No plan can be made yet; what it would do is shown all the same. */
  private void lookAhead() {
    if (asked.orElse(null) instanceof Request.Evacuate request) {
      ClusterSnapshot seen = work.snapshot();
      planning =
          Optional.of(
              background.run(
                  () -> Leaving.ahead(seen, request),
                  ahead -> tellAhead(Optional.of(ahead)),
                  _ -> tellAhead(Optional.empty())));
    }
  }

  private void tellAhead(Optional<Leaving> ahead) {
    if (proposal.get().failure().isPresent()) {
      leaving.set(ahead);
    }
  }

  private void take(Loaded<Proposal> next) {
    Optional<String> before = proposal.get().value().map(Proposal::fingerprint);
    if (!next.value().map(Proposal::fingerprint).equals(before)) {
      forgetAnswers();
    }
    proposal.set(next);
    if (next.failure().isEmpty()) {
      leaving.set(next.value().flatMap(Proposal::leaving));
    }
  }

  private void forgetAnswers() {
    guarding.ifPresent(Background.Running::cancel);
    rehearsing.ifPresent(Background.Running::cancel);
    guarding = Optional.empty();
    rehearsing = Optional.empty();
    guards.set(new Loaded.Absent<>());
    rehearsal.set(new Loaded.Absent<>());
  }

  private void askAbout() {
    Optional<Proposal> now = current();
    if (!wantsAnswers || now.isEmpty()) {
      return;
    }
    if (guards.get() instanceof Loaded.Absent<?>) {
      guards.set(new Loaded.Coming<>());
      guarding =
          Optional.of(
              background.run(
                  () -> work.guards(now.get().plan()),
                  found -> guards.set(new Loaded.There<>(found)),
                  failure -> guards.set(new Loaded.Failed<>(failure))));
    }
    if (rehearsal.get() instanceof Loaded.Absent<?>) {
      rehearsal.set(new Loaded.Coming<>());
      rehearsing =
          Optional.of(
              background.run(
                  () -> work.rehearse(now.get().plan()),
                  said -> rehearsal.set(new Loaded.There<>(said)),
                  failure -> rehearsal.set(new Loaded.Failed<>(failure))));
    }
  }

  private void stop() {
    busy = false;
    planning.ifPresent(Background.Running::cancel);
    planning = Optional.empty();
  }

  @Override
  public void close() {
    stop();
    guarding.ifPresent(Background.Running::cancel);
    rehearsing.ifPresent(Background.Running::cancel);
  }
}
