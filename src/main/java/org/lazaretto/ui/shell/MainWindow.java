package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.lazaretto.model.HostileText;
import org.lazaretto.session.Dossier;
import org.lazaretto.session.Incident;
import org.lazaretto.session.Workstation;
import org.lazaretto.settings.Settings.WindowState;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Overlay;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;
import org.lazaretto.ui.settings.SettingsSheet;
import org.lazaretto.ui.start.Means;
import org.lazaretto.ui.start.StartPage;

/** The program's one window. */
public final class MainWindow implements WindowControls {
  private final Equipment equipment;
  private final Stage stage;
  private final Scene scene;
  private final StackPane ground = new StackPane();
  private final Overlay overlay = new Overlay();
  private final Actions actions = new Actions();
  private final Looks looks;
  private final WindowMemory memory;
  private final Rehearsing rehearsing;
  private Optional<Page> page = Optional.empty();
  private Optional<Desk> desk = Optional.empty();
  private Optional<SettingsSheet> settings = Optional.empty();
  private Runnable giveUp = () -> {};
  private final Voice voice = new Voice();

  /** A window on that stage; made on the toolkit's thread. */
  public MainWindow(Equipment equipment, Stage stage) {
    this.equipment = equipment;
    this.stage = stage;
    WindowState left = equipment.preferences().now().window();
    equipment.preferences().notice().ifPresent(voice::say);
    this.scene = new Scene(ground, left.width(), left.height());
    this.looks = new Looks(equipment.preferences(), equipment.background(), scene, voice);
    this.rehearsing = new Rehearsing(equipment.background(), scene::getStylesheets);
    if (!equipment.rehearses()) {
      rehearsing.close();
    }
    stage.setScene(scene);
    stage.setTitle(Texts.of("shell.product"));
    this.memory = new WindowMemory(stage, left);
    actions.offer(WindowActions.of(this));
    new KeyRouter(scene, this::atHand);
    stage.setOnCloseRequest(this::closeAsked);
    stage.setOnHidden(_ -> end());
  }

  /** Nothing happens behind a sheet that somebody reads. */
  private List<Actions> atHand() {
    return overlay.isOpen() ? List.of(actions) : offered();
  }

  private List<Actions> offered() {
    return desk.map(open -> List.of(open.actions(), actions)).orElseGet(() -> List.of(actions));
  }

  /** Shows the window. */
  public void show(Opening opening) {
    open(opening);
    stage.show();
  }

  private void open(Opening opening) {
    Workstation workstation = equipment.workstation().by(equipment.preferences().now().operator());
    switch (opening) {
      case Opening.Start() -> toStart();
      case Opening.Practice(var scenario, var folder, var speed) ->
          begin(opening, () -> workstation.practise(scenario, folder, speed));
      case Opening.Watching(var scenario, var speed) ->
          attempt(
              opening,
              () -> workstation.practise(scenario, Optional.empty(), speed),
              Incident::close,
              this::watch);
      case Opening.Cluster(var context, Opening.CaseChoice.Fresh()) ->
          begin(opening, () -> workstation.open(context, Optional.empty()));
      case Opening.Cluster(var context, Opening.CaseChoice.Named(var fresh)) ->
          begin(opening, () -> workstation.open(context, fresh));
      case Opening.Cluster(var context, Opening.CaseChoice.Folder(var folder)) ->
          begin(opening, () -> workstation.open(context, Optional.of(folder)));
      case Opening.Reading(var folder) ->
          attempt(opening, () -> workstation.dossier(folder), _ -> {}, this::reading);
    }
  }

  private void begin(Opening opening, Background.Work<Incident> work) {
    attempt(opening, work, Incident::close, incident -> work(incident, _ -> {}));
  }

  private <T> void attempt(
      Opening opening, Background.Work<T> work, Consumer<T> close, Consumer<T> done) {
    OpeningPage waiting =
        new OpeningPage(
            opening,
            equipment.preferences().now().reducedMotion(),
            () -> open(opening),
            this::toStart);
    turnTo(waiting);
    rehearsing.now();
    giveUp =
        new Attempt<>(equipment.background(), rehearsing.beside(work), close)
            .start(done, waiting::failed);
  }

  private void reading(Dossier dossier) {
    giveUp = () -> {};
    ReadingPage read = new ReadingPage(dossier, equipment.background(), equipment.desktop(), this);
    turnTo(read);
    read.focus();
  }

  private void watch(Incident incident) {
    work(
        incident,
        frame -> equipment.guide().ifPresent(guide -> frame.guide(guide, equipment.desktop())));
  }

  private void work(Incident incident, Consumer<Frame> then) {
    Desk open = new Desk(incident, equipment.background());
    Runnable stop =
        new FrameMaking(
                open,
                equipment.workstation().place().clock(),
                new CaseMenu(open, equipment.desktop(), this))
            .start(looks.sizes(), frame -> show(open, frame, then));
    giveUp =
        () -> {
          stop.run();
          close(open);
        };
  }

  private void show(Desk open, Frame frame, Consumer<Frame> then) {
    giveUp = () -> {};
    turnTo(frame);
    desk = Optional.of(open);
    voice.by(words -> open.tell(Notice.warn(words)));
    Incident incident = open.incident();
    stage.setTitle(
        Texts.of(
            incident.info().exercise() ? "shell.title.exercise" : "shell.title.case",
            HostileText.visible(incident.cluster().name()),
            HostileText.visible(incident.info().id())));
    then.accept(frame);
  }

  /** Closing a case waits for what is being written. */
  private void close(Desk left) {
    equipment.background().workers().execute(left::close);
  }

  @Override
  public void turnTheme() {
    looks.turnTheme();
    settings.ifPresent(SettingsSheet::themeTurned);
  }

  @Override
  public void showSettings() {
    SettingsSheet sheet =
        new SettingsSheet(
            equipment.preferences(),
            equipment.workstation().home(),
            equipment.desktop(),
            this,
            looks::save);
    settings = Optional.of(sheet);
    showSheet(sheet);
  }

  @Override
  public void showPalette() {
    showSheet(new PaletteSheet(offeredActions(), this));
  }

  private List<Action> offeredActions() {
    return offered().stream().flatMap(actions -> actions.all().stream()).toList();
  }

  @Override
  public void showShortcuts() {
    showSheet(new ShortcutsSheet(offeredActions(), this));
  }

  @Override
  public void showStart() {
    afterThePlan(this::toStart);
  }

  /** A plan under way is not left without asking. */
  private void afterThePlan(Runnable then) {
    frame()
        .flatMap(Frame::underWay)
        .ifPresentOrElse(
            underWay -> showSheet(new LeaveSheet(underWay, then, this::hideSheet)), then);
  }

  private Optional<Frame> frame() {
    return page.filter(Frame.class::isInstance).map(Frame.class::cast);
  }

  private void closeAsked(WindowEvent event) {
    event.consume();
    afterThePlan(stage::hide);
  }

  private void toStart() {
    leave();
    StartPage start =
        new StartPage(
            new Means(
                equipment.workstation(),
                equipment.background(),
                equipment.desktop(),
                new StartChoices(equipment, this::open, this),
                this,
                actions));
    turnTo(start);
    rehearsing.soon();
    voice.by(words -> start.say(words, words));
  }

  @Override
  public void showSheet(Page sheet) {
    overlay.show(sheet, Pos.TOP_CENTER);
  }

  @Override
  public void hideSheet() {
    overlay.hide();
  }

  private void turnTo(Page next) {
    leave();
    stage.setTitle(Texts.of("shell.product"));
    page = Optional.of(next);
    ground.getChildren().setAll(next.view(), overlay);
  }

  private void leave() {
    overlay.hide();
    giveUp.run();
    giveUp = () -> {};
    looks.keep(memory.state(), frame().map(Frame::sizes));
    voice.falter();
    page.ifPresent(Page::close);
    page = Optional.empty();
    desk.ifPresent(this::close);
    desk = Optional.empty();
  }

  private void end() {
    rehearsing.close();
    leave();
    looks.save();
  }
}
