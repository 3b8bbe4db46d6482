package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.execute.Waiver;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.Order;
import org.lazaretto.session.PlanDifference;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.LivePlan;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.run.Outcome;
import org.lazaretto.ui.wizard.run.RunState;
import org.lazaretto.ui.wizard.run.RunViewModel;
import org.lazaretto.ui.wizard.run.Runs;

/**
 * One wizard from its first page to its last, on one immutable draft. Going back loses nothing; a
 * plan that changed under the responder's eyes has to be read again before it can be sent.
 */
public final class WizardViewModel implements AutoCloseable {
  private final CaseWork work;
  private final Background background;
  private final Runs runs;
  private final Exit exit;
  private final Runnable journalGrew;
  private final LivePlan live;
  private final Subscription listening;
  private final ReadOnlyObjectWrapper<Draft> draft;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CHOOSE);
  private final ReadOnlyObjectWrapper<List<Concern>> concerns =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Obstacle>> obstacles =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<String>> changed =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<MainAction> main =
      new ReadOnlyObjectWrapper<>(MainAction.blocked("", ""));
  private final ReadOnlyObjectWrapper<Set<String>> outdated = new ReadOnlyObjectWrapper<>(Set.of());
  private final Written written = new Written();
  private Optional<Proposal> read = Optional.empty();
  private Optional<RunViewModel> run = Optional.empty();
  private Subscription running = Subscription.EMPTY;

  /** A wizard that begins with that draft. */
  WizardViewModel(
      CaseWork work,
      Background background,
      Runs runs,
      Draft draft,
      Runnable journalGrew,
      Exit exit) {
    this.work = work;
    this.background = background;
    this.runs = runs;
    this.exit = exit;
    this.journalGrew = journalGrew;
    this.draft = new ReadOnlyObjectWrapper<>(draft);
    this.live = new LivePlan(work, background);
    this.listening =
        Subscription.combine(
            // Who listens to the page finds the button that belongs to it.
            stage.subscribe(() -> refresh()),
            live.proposalProperty().subscribe(() -> replanned()),
            live.guardsProperty().subscribe(() -> refresh()),
            live.rehearsalProperty().subscribe(() -> refresh()));
    live.ask(draft.request());
    refresh();
  }

  /** Which wizard. */
  public Wizard wizard() {
    return draft.get().wizard();
  }

  /** What was put in so far. */
  public ReadOnlyObjectProperty<Draft> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** What was put in so far. */
  public Draft draft() {
    return draft.get();
  }

  /** Puts something in. */
  public void change(UnaryOperator<Draft> change) {
    Draft next = change.apply(draft.get());
    if (!next.equals(draft.get()) && stage.get().beforeRun()) {
      written.changed(draft.get(), next, concerns.get(), live.current().map(Proposal::fingerprint));
      draft.set(next);
      live.ask(next.request());
      refresh();
    }
  }

  /** Takes over that marks were set or taken back. */
  public void marked(List<PodRef> suspects) {
    Draft now = draft.get();
    draft.set(now.with(now.targets().marked(suspects)));
    if (stage.get().beforeRun()) {
      live.ask(draft.get().request());
    }
    refresh();
  }

  /** The page that is shown. */
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  /** The plan and what is said of it. */
  public LivePlan live() {
    return live;
  }

  /** The cluster and the case behind it. */
  CaseWork work() {
    return work;
  }

  /** Findings and guards, what holds the plan first. */
  public ReadOnlyObjectProperty<List<Concern>> concernsProperty() {
    return concerns.getReadOnlyProperty();
  }

  /** The ids whose reason was written before the consequence became what it is now. */
  public ReadOnlyObjectProperty<Set<String>> outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** Says that the reason for that id stands for what is shown now as well. */
  void confirm(String id) {
    written.confirm(id, concerns.get());
    refresh();
  }

  /** The reason above that id, if it has none of its own: often one holds for several. */
  Optional<String> reasonAbove(String id) {
    return Written.above(id, draft.get(), concerns.get());
  }

  /** The reasons that are sent with the plan: those that are needed, and stand. */
  List<Waiver> waivers() {
    return written.standing(draft.get(), concerns.get());
  }

  /** Why the plan cannot be sent yet. */
  public ReadOnlyObjectProperty<List<Obstacle>> obstaclesProperty() {
    return obstacles.getReadOnlyProperty();
  }

  /** What changed in the plan since the responder read it, until that is acknowledged. */
  public ReadOnlyObjectProperty<Optional<String>> changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** What the main button says and does. */
  ReadOnlyObjectProperty<MainAction> mainProperty() {
    return main.getReadOnlyProperty();
  }

  /** The run of this wizard's plan, once it was sent. */
  public Optional<RunViewModel> run() {
    return run;
  }

  /** What map and graph show of the plan. */
  public Preview preview() {
    return stage.get() == Stage.RESULT
        ? Preview.NONE
        : live.proposalProperty().get().value().map(Proposal::preview).orElse(Preview.NONE);
  }

  /** Looks whether the cluster has changed; called once a second while the wizard is open. */
  public void look() {
    if (stage.get().beforeRun()) {
      live.look();
    }
    refresh();
  }

  /** Acknowledges that the plan has changed. */
  public void acknowledge() {
    read = live.current();
    changed.set(Optional.empty());
    refresh();
  }

  /** Goes one page back. */
  public void back() {
    stage.get().before().ifPresent(this::goTo);
  }

  /** Whether that page can be looked at now. */
  public boolean reachable(Stage page) {
    Stage now = stage.get();
    if (now.beforeRun()) {
      return page.compareTo(now) < 0;
    }
    return run.isPresent()
        && (page == Stage.RUN || (page == Stage.RESULT && run.get().stateProperty().get().over()));
  }

  /** Looks at a page that was left before. */
  public void goTo(Stage page) {
    if (reachable(page)) {
      enter(page);
    }
  }

  /** Does what the main button says. */
  public void proceed() {
    if (!main.get().enabled()) {
      return;
    }
    switch (stage.get()) {
      case CHOOSE -> nothing().ifPresentOrElse(this::note, () -> enter(Stage.CONSEQUENCES));
      case CONSEQUENCES -> enter(Stage.PREVIEW);
      case PREVIEW -> {
        acknowledge();
        enter(Stage.APPROVE);
      }
      case APPROVE -> send();
      case RUN -> enter(Stage.RESULT);
      case RESULT -> leave();
    }
  }

  /** Why there is nothing to do, where that is why there is no plan. */
  Optional<String> nothing() {
    return live.proposalProperty().get().failure().filter(Failure::nothing).map(Failure::words);
  }

  /** That there is nothing to do is an answer: with it in the journal the case goes on. */
  private void note(String why) {
    background.run(
        () -> {
          work.nothingToDo(wizard(), why);
          return why;
        },
        noted -> {
          journalGrew.run();
          exit.tell(Notice.inform(Texts.of("wizard.nothing.noted", HostileText.visible(noted))));
          exit.close();
        },
        failure -> exit.tell(Notice.of(failure)));
  }

  private void enter(Stage page) {
    stage.set(page);
    if (page == Stage.CONSEQUENCES || page == Stage.PREVIEW) {
      read = live.current();
      live.wantAnswers();
    }
    if (page == Stage.CHOOSE) {
      changed.set(Optional.empty());
    }
    refresh();
  }

  private void send() {
    Draft signed = draft.get();
    Order order = Signing.order(live.current().orElseThrow(), waivers(), signed.signature());
    RunViewModel started = new RunViewModel(work, background, order, journalGrew);
    run = Optional.of(started);
    stage.set(Stage.RUN);
    running = started.stateProperty().subscribe(_ -> ran());
    runs.begin(started, PlanWords.statement(order.plan(), signed.signature()));
    refresh();
  }

  /** What comes next in the case, as the rail names it. */
  Optional<NextStep> next() {
    return exit.next();
  }

  /** Whether the main button of the result plans this wizard again. */
  boolean repeats() {
    return next().map(step -> step.phase() == Phase.of(wizard())).orElse(!worked());
  }

  /** A run that ends while it is looked at shows its result. */
  private void ran() {
    boolean over = run.map(r -> r.stateProperty().get().over()).orElse(false);
    if (over && stage.get() == Stage.RUN) {
      stage.set(Stage.RESULT);
    }
    refresh();
  }

  private void leave() {
    if (repeats()) {
      again();
    } else {
      next().ifPresentOrElse(exit::go, exit::close);
    }
  }

  /** Plans once more what was not reached; everything put in is kept but the typed word. */
  public void again() {
    running.unsubscribe();
    run = Optional.empty();
    Draft now = draft.get();
    draft.set(now.with(now.signature().typing("")));
    changed.set(Optional.empty());
    stage.set(Stage.CHOOSE);
    live.ask(draft.get().request());
    live.look();
    refresh();
  }

  /** Whether the run came to what it was to come to. */
  boolean worked() {
    return run.map(r -> r.stateProperty().get())
        .filter(RunState::over)
        .filter(state -> Outcome.of(state).tone() == Outcome.Tone.GOOD)
        .isPresent();
  }

  private void replanned() {
    Optional<Proposal> now = live.current();
    now.ifPresent(plan -> draft.set(written.typedFor(draft.get(), plan.fingerprint())));
    boolean reading = stage.get().beforeRun() && stage.get() != Stage.CHOOSE;
    if (reading && now.isPresent() && read.isPresent() && !sameAsRead(now.get())) {
      changed.set(Optional.of(PlanDifference.between(read.get().plan(), now.get().plan())));
    }
    refresh();
  }

  private boolean sameAsRead(Proposal now) {
    return read.filter(before -> before.fingerprint().equals(now.fingerprint())).isPresent();
  }

  private void refresh() {
    List<HoldReason> guards = live.guardsProperty().get().value().orElse(List.of());
    set(
        concerns,
        live.proposalProperty()
            .get()
            .value()
            .map(known -> Concern.of(known.plan(), guards))
            .orElse(List.of()));
    set(outdated, written.outdated(draft.get(), concerns.get()));
    set(obstacles, stage.get().beforeRun() ? findObstacles() : List.of());
    set(main, new MainActions(this, runs).now());
  }

  private static <T> void set(ReadOnlyObjectWrapper<T> property, T value) {
    if (!value.equals(property.get())) {
      property.set(value);
    }
  }

  /** Only who is about to send a plan has to have read this one. */
  private List<Obstacle> findObstacles() {
    boolean other =
        stage.get() == Stage.APPROVE && live.current().map(p -> !sameAsRead(p)).orElse(false);
    List<Obstacle> found = Obstacles.of(draft.get(), concerns.get(), live, runs, other);
    Obstacle.outdated(outdated.get()).ifPresent(found::addFirst);
    return found;
  }

  @Override
  public void close() {
    running.unsubscribe();
    listening.unsubscribe();
    live.close();
  }
}
