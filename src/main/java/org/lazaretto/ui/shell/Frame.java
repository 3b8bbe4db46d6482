package org.lazaretto.ui.shell;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.model.Scenario;
import org.lazaretto.ui.desk.CaseProgress;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;
import org.lazaretto.ui.wizard.run.RunViewModel;

/** The page of one open incident: header, rail, body, status line, and an exercise's band. */
final class Frame implements Page {
  private final Desk desk;
  private final InstantSource clock;
  private final Parent view;
  private final Workspace workspace;
  private final HeaderBar header;
  private final PhaseRail rail = new PhaseRail(this::go);
  private final StatusLine status;
  private final StatusViewModel statusModel = new StatusViewModel(ZoneId.systemDefault());
  private final NoticeStack notices;
  private final PictureCurtain curtain;
  private final ChangeCount changes;
  private final Actions.Offer offer;
  private final Toolkit.Ticking ticking;
  private final Subscription listening;
  private CaseProgress progress;
  private Optional<GuideBar> guide = Optional.empty();
  @FXML private StackPane bandPane;
  @FXML private StackPane headerPane;
  @FXML private StackPane railPane;
  @FXML private StackPane bodyPane;
  @FXML private StackPane statusPane;
  @FXML private StackPane guidePane;
  @FXML private HBox staleBar;
  @FXML private Label staleLabel;
  @FXML private Button staleCopyButton;
  @FXML private Label exerciseLabel;

  /** Shows a desk around its body, which it closes. */
  Frame(Desk desk, InstantSource clock, Workspace body, CaseMenu menu) {
    this.desk = desk;
    this.clock = clock;
    this.view = Pages.load("shell/frame", this);
    this.workspace = body;
    this.header = new HeaderBar(desk, clock, workspace.searchPane(), menu.controls());
    this.status =
        new StatusLine(
            () -> desk.actions().byId("rights.open").ifPresent(action -> action.run().run()));
    this.notices = workspace.notices();
    this.curtain = workspace.curtain();
    this.changes = new ChangeCount(desk);
    this.progress = desk.progress();
    this.offer = desk.actions().offer(actions(menu));
    header.offer(menu.groups());
    headerPane.getChildren().setAll(header.view());
    railPane.getChildren().setAll(rail.view());
    bodyPane.getChildren().setAll(workspace.view());
    statusPane.getChildren().setAll(status.view());
    staleCopyButton.setOnAction(_ -> Clip.copy(staleLabel.getText()));
    showExercise();
    desk.incident().notices().forEach(words -> desk.tell(Notice.warn(words)));
    this.listening =
        Subscription.combine(
            desk.recordProperty().subscribe(_ -> journalGrew()),
            desk.drawerProperty().subscribe(_ -> showRail()));
    this.ticking = Toolkit.everySecond(this::tick);
    tick();
  }

  private List<Action> actions(CaseMenu menu) {
    List<Action> actions = new ArrayList<>();
    actions.add(
        Action.of("find.focus", Texts.of("shell.action.search"), this::focusSearch)
            .on(Shortcut.typed("/")));
    actions.add(
        Action.of("rail.next", Texts.of("shell.action.next"), this::goNext)
            .on(Shortcut.pressed("Shortcut+Enter"))
            .when(() -> progress.next().isPresent() && desk.drawerProperty().get().isEmpty()));
    for (Phase phase : Phase.values()) {
      if (phase.wizard().isPresent()) {
        String word = Texts.of("shell.phase." + phase.name().toLowerCase(java.util.Locale.ROOT));
        actions.add(
            Action.of(
                "rail." + phase.name().toLowerCase(java.util.Locale.ROOT),
                Texts.of("shell.action.wizard", word),
                () -> go(phase)));
      }
    }
    actions.add(
        Action.of("notice.focus", Texts.of("shell.action.notice"), notices::focus)
            .on(Shortcut.pressed("F8")));
    actions.add(
        Action.of("notice.dismiss", Texts.of("shell.action.dismiss"), notices::dismissNewest)
            .on(Shortcut.pressed("Shift+F8")));
    actions.add(
        Action.of("desk.copy", Texts.of("shell.action.copy"), this::copyName)
            .on(Shortcut.pressed("Shortcut+C"))
            .when(() -> Selection.name(desk.selectionProperty().get()).isPresent()));
    actions.add(
        Action.of("desk.unselect", Texts.of("shell.action.unselect"), this::unselect)
            .on(Shortcut.pressed("Esc"))
            .when(this::selected));
    menu.groups().forEach(actions::addAll);
    return actions;
  }

  private boolean selected() {
    return desk.drawerProperty().get().isEmpty()
        && !(desk.selectionProperty().get() instanceof Selection.Nothing);
  }

  private void copyName() {
    Selection.name(desk.selectionProperty().get()).ifPresent(Clip::copy);
  }

  private void unselect() {
    desk.select(Selection.NOTHING);
  }

  /** The field comes from the page that searches; it takes the focus if it is there. */
  private void focusSearch() {
    Node field = workspace.searchPane().lookup(".text-input");
    if (field != null) {
      field.requestFocus();
    }
  }

  private void goNext() {
    progress.next().ifPresent(this::go);
  }

  private void go(Phase phase) {
    switch (phase) {
      case OBSERVE -> focusSearch();
      case REPORT -> desk.actions().byId("report.open").ifPresent(action -> action.run().run());
      case FREEZE, CORDON, CAPTURE, ISOLATE, CREDENTIALS, EVACUATE, DISPOSE, RECOVER ->
          phase.wizard().ifPresent(wizard -> desk.drawerProperty().set(Optional.of(wizard)));
    }
  }

  private void showExercise() {
    if (desk.incident().info().exercise()) {
      String title =
          desk.incident().scenario().map(Scenario::title).orElse(desk.incident().info().title());
      bandPane.getStyleClass().add("exercise-band");
      exerciseLabel.setText(HeaderViewModel.exercise(title));
      exerciseLabel.setVisible(true);
    }
  }

  private void journalGrew() {
    progress = desk.progress();
    showRail();
    header.tick(progress);
  }

  private void showRail() {
    rail.show(RailViewModel.rail(progress, desk.course(), desk.drawerProperty().get()));
  }

  private void tick() {
    changes.tick();
    notices.tick();
    // What is proposed follows the live cluster, while nobody has chosen an order.
    journalGrew();
    StatusViewModel.Status now =
        statusModel.status(desk.snapshot(), changes.perMinute(), clock.instant());
    status.show(now);
    curtain.show(desk.snapshot());
    showStale(now.stale());
  }

  private void showStale(Optional<Failure> why) {
    staleBar.setVisible(why.isPresent());
    staleBar.setManaged(why.isPresent());
    staleLabel.setText(why.map(Failure::copyable).orElse(""));
    workspace.veil(why.isPresent());
  }

  /** The plan that is being carried out. */
  Optional<RunViewModel> underWay() {
    return workspace.underWay();
  }

  /** The sizes that the panes have now. */
  PaneSizes sizes() {
    return workspace.sizes();
  }

  /** Has the scenario's walkthrough played here, for somebody who watches. */
  void guide(Guide player, DesktopServices desktop) {
    GuideBar bar = new GuideBar(desk, player, desktop);
    guide = Optional.of(bar);
    guidePane.getChildren().setAll(bar.view());
  }

  /** The desk that it shows. */
  Desk desk() {
    return desk;
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    guide.ifPresent(GuideBar::close);
    ticking.close();
    listening.unsubscribe();
    changes.close();
    offer.close();
    workspace.close();
  }
}
