package org.lazaretto.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;

/**
 * The body of the window on one open incident. Each page of the desk has a slot: {@code findPane},
 * the header's search slot, {@code picturePane} with {@code mapToolPane}, {@code graphPane} with
 * {@code graphToolPane}, {@code sidePane} for the inspector, {@code drawerPane} for an open wizard,
 * {@code journalPane}.
 */
public final class Workspace implements Page {
  private final Desk desk;
  private final Parent view;
  private final StackPane searchPane = new StackPane();
  private final PaneLayout layout;
  private final List<Page> pages = new ArrayList<>();
  private final Actions.Offer offer;
  @FXML private SplitPane workspaceSplit;
  @FXML private SplitPane pictureSplit;
  @FXML private ToggleButton mapButton;
  @FXML private ToggleButton graphButton;
  @FXML private StackPane mapToolPane;
  @FXML private StackPane graphToolPane;
  @FXML private StackPane picturePane;
  @FXML private StackPane graphPane;
  @FXML private StackPane sidePane;
  @FXML private StackPane drawerPane;

  /** Shows a desk, which it takes over. */
  public Workspace(Desk desk, PaneSizes sizes) {
    this.desk = desk;
    this.view = Pages.load("shell/workspace", this);
    this.layout = new PaneLayout(workspaceSplit, pictureSplit, sizes);
    this.offer = desk.actions().offer(actions());
    mapButton.setOnAction(_ -> look(false));
    graphButton.setOnAction(_ -> look(true));
    desk.drawerProperty().subscribe(wizard -> showDrawer(wizard.isPresent()));
    // Every page of the desk plugs itself into its slot here; pages.add(…) closes it with this one.
    look(false);
  }

  private List<Action> actions() {
    return List.of(
        Action.of("lens.map", Texts.of("shell.action.map"), () -> look(false))
            .on(Shortcut.typed("1")),
        Action.of("lens.graph", Texts.of("shell.action.graph"), () -> look(true))
            .on(Shortcut.typed("2"))
            .when(() -> !graphPane.getChildren().isEmpty()),
        Action.of("journal.fold", Texts.of("shell.action.journal"), layout::foldJournal)
            .on(Shortcut.pressed("Shortcut+J")));
  }

  private void look(boolean graph) {
    mapButton.setSelected(!graph);
    graphButton.setSelected(graph);
    graphButton.setDisable(graphPane.getChildren().isEmpty());
    show(picturePane, !graph);
    show(mapToolPane, !graph);
    show(graphPane, graph);
    show(graphToolPane, graph);
  }

  private void showDrawer(boolean open) {
    show(sidePane, !open);
    show(drawerPane, open);
    layout.drawer(open);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
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
    offer.close();
    pages.forEach(Page::close);
    desk.close();
  }
}
