package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.lazaretto.execute.Subject;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.CaseWork;
import org.lazaretto.session.Order;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.LivePlan;
import org.lazaretto.ui.wizard.proposal.Proposal;
import org.lazaretto.ui.wizard.run.RunViewModel;
import org.lazaretto.ui.wizard.run.Runs;

/**
 * One wizard from its first page to its last, on one immutable draft. Going back loses nothing; a
 * plan that changed under the responder's eyes has to be read again before it can be sent.
 */
public final class WizardViewModel implements AutoCloseable {
  private final CaseWork work;
  private final Runs runs;
  private final LivePlan live;
  private final Judgement judgement;
  private final LastRead read;
  private final SentPlan sent;
  private final Leaving leaving;
  private final Subscription listening;
  private final ReadOnlyObjectWrapper<Draft> draft;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CHOOSE);
  private final ReadOnlyObjectWrapper<MainAction> main =
      new ReadOnlyObjectWrapper<>(MainAction.blocked("", ""));

  /** A wizard that begins with that draft. */
  WizardViewModel(
      CaseWork work,
      Background background,
      Runs runs,
      Draft draft,
      Runnable journalGrew,
      Exit exit) {
    this.work = work;
    this.runs = runs;
    this.leaving = new Leaving(work, background, exit, journalGrew);
    this.draft = new ReadOnlyObjectWrapper<>(draft);
    this.live = new LivePlan(work, background);
    this.judgement = new Judgement(live, runs);
    this.read = new LastRead(live);
    this.sent = new SentPlan(work, background, runs, journalGrew);
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
      judgement.changed(draft.get(), next);
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

  /** What speaks against sending the plan, and the reasons against that. */
  Judgement judgement() {
    return judgement;
  }

  /** Writes a reason for going on against exactly that. */
  void waive(Subject subject, String reason) {
    change(now -> judgement.write(subject, reason, now));
  }

  /** Says that the reason for that stands for what is shown now as well. */
  void confirm(Subject subject) {
    waive(subject, judgement.words(subject, draft()));
    judgement.confirm(subject);
    refresh();
  }

  /** Gives the reason for that to everything else that is shown under its id and has none. */
  void waiveAlike(Subject subject) {
    String reason = judgement.words(subject, draft());
    judgement.others(subject, draft()).forEach(other -> waive(other, reason));
  }

  /** What changed in the plan since the responder read it, until that is acknowledged. */
  public ReadOnlyObjectProperty<Optional<String>> changedProperty() {
    return read.changedProperty();
  }

  /** What the main button says and does. */
  ReadOnlyObjectProperty<MainAction> mainProperty() {
    return main.getReadOnlyProperty();
  }

  /** The run of this wizard's plan, once it was sent. */
  public Optional<RunViewModel> run() {
    return sent.run();
  }

  /** What map and graph show of the plan: a forecast, which ends where what happens is seen. */
  public Preview preview() {
    Preview plan =
        live.proposalProperty().get().value().map(Proposal::preview).orElse(Preview.NONE);
    if (stage.get().beforeRun()) {
      return plan;
    }
    return sent.over() || stage.get() == Stage.RESULT ? Preview.NONE : plan.underWay();
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
    read.acknowledge();
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
    return sent.run().isPresent() && (page == Stage.RUN || (page == Stage.RESULT && sent.over()));
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
      case CHOOSE ->
          live.nothing()
              .ifPresentOrElse(
                  why -> leaving.noting(wizard(), why), () -> enter(Stage.CONSEQUENCES));
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

  private void enter(Stage page) {
    stage.set(page);
    if (page == Stage.CONSEQUENCES || page == Stage.PREVIEW) {
      read.take();
      live.wantAnswers();
    }
    if (page == Stage.CHOOSE) {
      read.forgetChange();
    }
    refresh();
  }

  private void send() {
    Draft signed = draft.get();
    Order order =
        Signing.order(live.current().orElseThrow(), judgement.standing(signed), signed.signature());
    sent.take(order);
    stage.set(Stage.RUN);
    sent.begin(PlanWords.statement(order.plan(), signed.signature()), this::ran);
    refresh();
  }

  /** What comes next in the case, as the rail names it. */
  Optional<NextStep> next() {
    return leaving.next();
  }

  /** Whether the main button of the result plans this wizard again. */
  boolean repeats() {
    return leaving.repeats(wizard(), worked());
  }

  /** A run that ends while it is looked at shows its result. */
  private void ran() {
    if (sent.over() && stage.get() == Stage.RUN) {
      stage.set(Stage.RESULT);
    }
    refresh();
  }

  private void leave() {
    if (repeats()) {
      again();
    } else {
      leaving.leave();
    }
  }

  /** Plans once more what was not reached; everything put in is kept but the typed word. */
  public void again() {
    sent.forget();
    Draft now = draft.get();
    draft.set(now.with(now.signature().typing("")));
    read.forgetChange();
    stage.set(Stage.CHOOSE);
    live.ask(draft.get().request());
    live.look();
    refresh();
  }

  /** Whether the run came to what it was to come to. */
  boolean worked() {
    return sent.worked();
  }

  private void replanned() {
    live.current().ifPresent(plan -> draft.set(judgement.typedFor(draft.get(), plan)));
    if (stage.get().beforeRun() && stage.get() != Stage.CHOOSE) {
      read.compare();
    }
    refresh();
  }

  private void refresh() {
    judgement.refresh(draft.get(), stage.get(), read.other());
    MainAction now = new MainActions(this, runs).now();
    if (!now.equals(main.get())) {
      main.set(now);
    }
  }

  @Override
  public void close() {
    sent.stopListening();
    listening.unsubscribe();
    live.close();
  }
}
