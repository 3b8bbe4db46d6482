package org.lazaretto.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The pane beside the picture that tells all of what is selected. */
public final class InspectorPage implements Page {
  private final Desk desk;
  private final InspectorViewModel model;
  private final Parent view;
  private final HeaderPane header;
  private final InspectorTabs tabs;
  private final Rest rest;
  private final Actions.Offer offer;
  private final Subscription following;
  @FXML private StackPane emptyPane;
  @FXML private VBox knownBox;
  @FXML private StackPane headerPane;
  @FXML private VBox goneBand;
  @FXML private Label goneLabel;
  @FXML private Hyperlink goneOwnerLink;
  @FXML private TabPane detailTabs;
  @FXML private Tab overviewTab;
  @FXML private Tab eventsTab;
  @FXML private Tab logTab;
  @FXML private Tab neighboursTab;
  @FXML private Tab yamlTab;

  /** Shows what is selected on a desk, which stays the caller's. */
  public InspectorPage(Desk desk) {
    this.desk = desk;
    this.model = new InspectorViewModel(InspectorViewModel.Sources.of(desk));
    this.view = Pages.load("inspector/inspector", this);
    this.header = new HeaderPane(desk);
    headerPane.getChildren().setAll(header.view());
    this.tabs = new InspectorTabs(detailTabs, entries());
    this.rest = new Rest(tabs::glance);
    this.offer = desk.actions().offer(List.of(mark(), clear()));
    this.following = model.subjectProperty().subscribe(this::show);
  }

  private List<TabEntry> entries() {
    return List.of(
        new TabEntry(overviewTab, () -> new OverviewPage(desk)),
        new TabEntry(eventsTab, () -> new EventsPage(desk, eventsTab)),
        new TabEntry(logTab, () -> new LogPage(desk)),
        new TabEntry(neighboursTab, () -> new NeighboursPage(desk, neighboursTab)),
        new TabEntry(yamlTab, () -> new YamlPage(desk)));
  }

  private Action mark() {
    return Action.of("inspector.mark", Texts.of("inspector.action.mark"), header::askToMark)
        .when(() ->
            model.subjectProperty().get() instanceof Subject.OfPod pod
                && !pod.suspect()
                && pod.gone().isEmpty());
  }

  private Action clear() {
    return Action.of("inspector.clear", Texts.of("inspector.action.clear"), header::askToClear)
        .when(() -> model.subjectProperty().get() instanceof Subject.OfPod pod && pod.suspect());
  }

  private void show(Subject subject) {
    boolean known = subject instanceof Subject.Known;
    shown(emptyPane, !known);
    shown(knownBox, known);
    switch (subject) {
      case Subject.Nothing _ -> emptyPane.getChildren().setAll(Emptiness.nothing());
      case Subject.Unseen(var what) -> emptyPane.getChildren().setAll(Emptiness.unseen(what));
      case Subject.Known object -> known(object);
    }
    tabs.show(subject);
    rest.show(subject);
  }

  private void known(Subject.Known subject) {
    offerLog(subject instanceof Subject.OfPod);
    header.show(subject);
    shown(goneBand, subject.gone().isPresent());
    knownBox.getStyleClass().remove("inspector-gone");
    subject
        .gone()
        .ifPresent(since -> {
          knownBox.getStyleClass().add("inspector-gone");
          goneLabel.setText(Texts.of("inspector.gone", Times.utc(since)));
          Optional<Crumb> alive =
              subject.owners().stream().filter(crumb -> crumb.target().isPresent()).findFirst();
          shown(goneOwnerLink, alive.isPresent());
          alive.ifPresent(owner -> {
            goneOwnerLink.setText(Texts.of("inspector.gone.owner", owner.kind(), owner.name()));
            goneOwnerLink.setOnAction(_ -> owner.target().ifPresent(desk::select));
          });
        });
  }

  /** Only pods have a log. */
  private void offerLog(boolean offered) {
    if (offered && !detailTabs.getTabs().contains(logTab)) {
      detailTabs.getTabs().add(2, logTab);
    } else if (!offered) {
      detailTabs.getTabs().remove(logTab);
    }
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Asks why the pod that is shown is to be marked; does nothing if no pod is. */
  public void askToMark() {
    header.askToMark();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    following.unsubscribe();
    offer.close();
    rest.close();
    tabs.close();
    header.close();
    model.close();
  }
}
