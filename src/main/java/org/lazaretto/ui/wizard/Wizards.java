package org.lazaretto.ui.wizard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Plan;
import org.lazaretto.plan.Wizard;
import org.lazaretto.session.CaseWork;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.NextStep;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.desk.Preview;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Shutting;
import org.lazaretto.ui.wizard.draft.Targets;
import org.lazaretto.ui.wizard.run.RunViewModel;
import org.lazaretto.ui.wizard.run.Runs;

/**
 * The wizards of an open incident. The drawer shows the one that the desk names. A wizard that is
 * closed keeps what was put into it until the incident is closed, so that closing loses nothing; a
 * plan under way goes on in the {@link RunStrip}.
 */
public final class Wizards implements Page {
  private final Desk desk;
  private final CaseWork work;
  private final Runs runs = new Runs();
  private final StackPane view = new StackPane();
  private final Map<Wizard, WizardViewModel> kept = new EnumMap<>(Wizard.class);
  private final WizardPages pages;
  private final RunStrip strip;
  private final Exit exit;
  private final Subscription listening;
  private final Toolkit.Ticking ticking;
  private final Actions.Offer offer;
  private Optional<WizardDrawer> drawer = Optional.empty();
  private Toolkit.Ticking opening = () -> {};
  private Subscription shown = Subscription.EMPTY;

  /**
   * The wizards of that desk.
   *
   * @param showInJournal shows what the journal says of a plan
   */
  public Wizards(Desk desk, Consumer<Plan> showInJournal) {
    this.desk = desk;
    this.work = desk.incident();
    this.exit = new DeskExit(desk);
    this.pages =
        new WizardPages(
            exit,
            new HandingOver(work, desk.background(), desk::tell, desk::journalChanged),
            showInJournal);
    this.strip = new RunStrip(desk, runs);
    this.listening =
        Subscription.combine(
            desk.drawerProperty().subscribe(this::turnTo),
            desk.recordProperty()
                .subscribe(
                    record -> kept.values().forEach(wizard -> wizard.marked(record.suspects()))));
    this.offer =
        desk.actions()
            .offer(
                List.of(
                    Action.of(
                            "wizard.proceed",
                            Texts.of("wizard.action.proceed"),
                            () -> drawer.ifPresent(WizardDrawer::proceed))
                        .on(Shortcut.pressed("Shortcut+Enter"))
                        .when(() -> drawer.isPresent())));
    this.ticking = Toolkit.everySecond(this::tick);
  }

  /** The line in which a plan goes on whose drawer is closed. */
  public Parent strip() {
    return strip.view();
  }

  /** The plan that is being carried out. */
  public Optional<RunViewModel> underWay() {
    return runs.underWay();
  }

  private void turnTo(Optional<Wizard> wizard) {
    leave();
    wizard.ifPresent(this::open);
  }

  /** The window makes room, then the drawer is made, then it is laid out: each in its pulse. */
  private void open(Wizard which) {
    WizardViewModel wizard = kept.computeIfAbsent(which, this::begin);
    opening =
        Toolkit.onePerPulse(
            List.of(
                () -> drawer = Optional.of(new WizardDrawer(wizard, pages, exit)),
                () -> place(wizard)));
  }

  private void place(WizardViewModel wizard) {
    drawer.ifPresent(open -> {
      view.getChildren().setAll(open.view());
      open.focus();
    });
    shown =
        Subscription.combine(
            wizard.stageProperty().subscribe(_ -> preview(wizard)),
            wizard.live().proposalProperty().subscribe(_ -> preview(wizard)));
  }

  private WizardViewModel begin(Wizard wizard) {
    Draft draft =
        Draft.of(wizard, desk.suspects(), work.place().author().operator())
            .with(Shutting.usual(work.quarantine()));
    ClusterSnapshot seen = work.snapshot();
    Targets there = draft.targets().leavingOut(pod -> seen.pod(pod.uid()).isEmpty());
    Targets all =
        wizard == Wizard.CORDON
            ? there.reaching(open(seen), nodesOf(seen, desk.suspects()))
            : there;
    return new WizardViewModel(
        work, desk.background(), runs, draft.with(all), desk::journalChanged, exit);
  }

  /** The nodes on which suspects were, that still take pods. */
  private Set<String> open(ClusterSnapshot seen) {
    return desk.progress().openNodes().stream()
        .filter(node -> seen.node(node).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> nodesOf(ClusterSnapshot seen, List<PodRef> suspects) {
    return suspects.stream()
        .flatMap(suspect -> seen.pod(suspect.uid()).stream())
        .flatMap(pod -> pod.node().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void preview(WizardViewModel wizard) {
    desk.previewProperty().set(wizard.preview());
  }

  private void tick() {
    desk.drawerProperty().get().map(kept::get).ifPresent(WizardViewModel::look);
  }

  private void leave() {
    opening.close();
    shown.unsubscribe();
    shown = Subscription.EMPTY;
    drawer.ifPresent(WizardDrawer::close);
    drawer = Optional.empty();
    view.getChildren().clear();
    desk.previewProperty().set(Preview.NONE);
    kept.values().removeIf(this::finished);
  }

  /** A wizard whose result was seen begins anew the next time, whichever page of it was last. */
  private boolean finished(WizardViewModel wizard) {
    boolean over = !wizard.stageProperty().get().beforeRun() && wizard.worked();
    if (over) {
      wizard.run().ifPresent(runs::putAway);
      wizard.close();
    }
    return over;
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    ticking.close();
    offer.close();
    listening.unsubscribe();
    leave();
    strip.close();
    kept.values().forEach(WizardViewModel::close);
  }

  /** Leaves by the desk. */
  private record DeskExit(Desk desk) implements Exit {
    @Override
    public void close() {
      desk.drawerProperty().set(Optional.empty());
    }

    @Override
    public Optional<NextStep> next() {
      return NextStep.of(desk.progress());
    }

    @Override
    public void go(NextStep next) {
      desk.drawerProperty().set(next.phase().wizard());
      if (next.phase() == Phase.REPORT) {
        desk.actions().byId("report.open").ifPresent(action -> action.run().run());
      }
    }

    @Override
    public void tell(Notice notice) {
      desk.tell(notice);
    }

    @Override
    public void open(Wizard other) {
      desk.drawerProperty().set(Optional.of(other));
    }
  }
}
