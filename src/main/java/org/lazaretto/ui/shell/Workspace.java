package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.plan.Plan;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.find.FindPage;
import org.lazaretto.ui.find.SearchBox;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.FoldingBar;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.graph.GraphPage;
import org.lazaretto.ui.inspector.InspectorPage;
import org.lazaretto.ui.journal.DeskJournal;
import org.lazaretto.ui.map.MapPage;
import org.lazaretto.ui.wizard.Wizards;
import org.lazaretto.ui.wizard.run.RunViewModel;

/**
 * The body of the window on one open incident. Each page of the desk has a slot: {@code findPane},
 * the header's search slot, {@code picturePane} with {@code mapToolPane}, {@code graphPane} with
 * {@code graphToolPane}, {@code sidePane} for the inspector, {@code drawerPane} for an open wizard,
 * {@code stripPane} for a plan under way, {@code journalPane}.
 */
public final class Workspace implements Page {
  private final Desk desk;
  private final Parent view;
  private final StackPane searchPane = new StackPane();
  private final PictureFocus focus;
  private final PaneLayout layout;
  private final ReportPlace report;
  private final Actions.Offer offer;
  private final Subscription listening;
  private final Building building;
  private Optional<DeskJournal> journal = Optional.empty();
  private Optional<Wizards> wizards = Optional.empty();
  private boolean graphChosen;
  @FXML private SplitPane workspaceSplit;
  @FXML private SplitPane pictureSplit;
  @FXML private ToggleButton mapButton;
  @FXML private ToggleButton graphButton;
  @FXML private StackPane findPane;
  @FXML private FoldingBar lensBar;
  @FXML private StackPane filterPane;
  @FXML private StackPane mapToolPane;
  @FXML private StackPane graphToolPane;
  @FXML private StackPane picturePane;
  @FXML private StackPane graphPane;
  @FXML private StackPane sidePane;
  @FXML private StackPane drawerPane;
  @FXML private StackPane stripPane;
  @FXML private StackPane journalPane;
  @FXML private StackPane reportPane;
  @FXML private StackPane noticePane;
  @FXML private StackPane curtainPane;
  @FXML private Region staleVeil;

  /** Has an empty place for each page of a desk; closes the pages that it opens, not the desk. */
  public Workspace(Desk desk, DesktopServices desktop, PaneSizes sizes) {
    this.desk = desk;
    this.view = Pages.load("shell/workspace", this);
    this.focus = new PictureFocus(desk, view, sidePane);
    this.layout = new PaneLayout(workspaceSplit, pictureSplit, sizes);
    this.offer = desk.actions().offer(actions());
    mapButton.setOnAction(_ -> look(false));
    graphButton.setOnAction(_ -> look(true));
    this.listening = desk.drawerProperty().subscribe(wizard -> showDrawer(wizard.isPresent()));
    this.report = new ReportPlace(reportPane, desk, this::turn);
    look(false);
    // Every page of the desk plugs itself into its slot here, and is closed with this one.
    this.building = new Building();
    building
        .add(() -> new MapPage(desk), this::plugMap)
        .add(() -> new FindPage(desk), this::plugFind)
        .add(() -> new SearchBox(desk), page -> plug(searchPane, page))
        .add(() -> new InspectorPage(desk), page -> plug(sidePane, page))
        .add(() -> new DeskJournal(desk, desktop), this::plugJournal)
        .then(() -> journal.ifPresent(page -> show(page.view(), true)))
        .add(() -> new Wizards(desk, this::showInJournal), this::plugWizards)
        .add(() -> new GraphPage(desk), this::plugGraph);
  }

  /** Opens the pages one after the other: at once they would stop the window for half a second. */
  void fill() {
    building.start();
  }

  private void plugMap(MapPage map) {
    plug(picturePane, map);
    mapToolPane.getChildren().setAll(map.tools());
    // An incident begins with a look at the picture, unless somebody is typing already.
    Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
    if (!(owner instanceof TextInputControl)) {
      focus.take();
    }
  }

  private void plugFind(FindPage find) {
    plug(findPane, find);
    filterPane
        .getChildren()
        .setAll(find.chips(graphPane.visibleProperty(), lensBar.widthProperty()));
  }

  /** First its styles are found, and in the next pulse its many cells are made. */
  private void plugJournal(DeskJournal page) {
    show(page.view(), false);
    plug(journalPane, page);
    journal = Optional.of(page);
  }

  private void showInJournal(Plan plan) {
    layout.openJournal();
    journal.ifPresent(page -> page.show(plan));
  }

  private void plugWizards(Wizards page) {
    wizards = Optional.of(page);
    plug(drawerPane, page);
    stripPane.getChildren().setAll(page.strip());
  }

  private void plugGraph(GraphPage graph) {
    plug(graphPane, graph);
    graphToolPane.getChildren().setAll(graph.tools());
    graphButton.setDisable(false);
  }

  private static void plug(StackPane slot, Page page) {
    slot.getChildren().setAll(page.view());
  }

  private List<Action> actions() {
    return List.of(
        Action.of("lens.map", Texts.of("shell.action.map"), () -> lookAt(false))
            .on(Shortcut.typed("1")),
        Action.of("lens.graph", Texts.of("shell.action.graph"), () -> lookAt(true))
            .on(Shortcut.typed("2"))
            .when(() -> !graphPane.getChildren().isEmpty()),
        Action.of("desk.details", Texts.of("shell.action.details"), focus::showDetails)
            .on(Shortcut.pressed("Enter"))
            .when(() -> sidePane.isVisible() && focus.leads()),
        Action.of("report.open", Texts.of("shell.action.report"), () -> report.open()),
        Action.of("report.leave", Texts.of("shell.action.report.leave"), () -> report.leave())
            .on(Shortcut.pressed("Esc"))
            .when(() -> report.isOpen()),
        Action.of("journal.fold", Texts.of("shell.action.journal"), layout::foldJournal)
            .on(Shortcut.pressed("Shortcut+J")));
  }

  /** Whoever asks for a picture by its key goes on with the keys that walk it. */
  private void lookAt(boolean graph) {
    look(graph);
    focus.take();
  }

  private void look(boolean graph) {
    graphChosen = graph;
    report.leave();
    graphButton.setDisable(graphPane.getChildren().isEmpty());
    turn();
  }

  /** What is behind the report takes no keys: nobody marks a pod that he does not see. */
  private void turn() {
    boolean graph = graphChosen;
    boolean read = report.isOpen();
    mapButton.setSelected(!graph && !read);
    graphButton.setSelected(graph && !read);
    show(picturePane, !graph && !read);
    show(mapToolPane, !graph && !read);
    show(graphPane, graph && !read);
    show(graphToolPane, graph && !read);
    show(filterPane, !read);
    if (!read) {
      focus.keep();
    }
  }

  private void showDrawer(boolean open) {
    show(sidePane, !open);
    show(drawerPane, open);
    layout.drawer(open);
    if (!open) {
      focus.keep();
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** The plan that is being carried out. */
  Optional<RunViewModel> underWay() {
    return wizards.flatMap(Wizards::underWay);
  }

  /** Shows what is told at the desk, over the corner of the picture. */
  NoticeStack notices() {
    NoticeStack notices = new NoticeStack(desk.notices(), noticePane, focus::take);
    noticePane.getChildren().setAll(notices.view());
    StackPane.setAlignment(notices.view(), Pos.BOTTOM_RIGHT);
    return notices;
  }

  /** Greys the picture while it is old. */
  void veil(boolean stale) {
    staleVeil.setVisible(stale);
  }

  /** What hangs before the picture while there is none. */
  PictureCurtain curtain() {
    return new PictureCurtain(curtainPane, desk.actions());
  }

  /** What stands in the header's search slot. */
  StackPane searchPane() {
    return searchPane;
  }

  /** The sizes that the panes have now. */
  PaneSizes sizes() {
    return layout.sizes();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    building.close();
    offer.close();
    listening.unsubscribe();
    report.close();
  }
}
