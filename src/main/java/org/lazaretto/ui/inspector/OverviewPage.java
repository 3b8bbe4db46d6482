package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Toolkit;

/** The tab that says what it is, what it does and what it may. */
final class OverviewPage implements Tabbed {
  private final OverviewViewModel model;
  private final Doer doer;
  private final Toolkit.Ticking ticking;
  private final Parent view;
  private Subject subject = new Subject.Nothing();
  @FXML private VBox sectionList;

  OverviewPage(Desk desk) {
    this.model =
        new OverviewViewModel(
            desk.snapshotProperty(),
            desk.incident().details(),
            desk.incident()::foresee,
            desk.background(),
            desk.incident().place().clock());
    this.ticking = Toolkit.everySecond(model::tick);
    this.doer = new Doer(desk, model::askAgain);
    this.view = Pages.load("inspector/overview", this);
    model.sectionsProperty().subscribe(this::draw);
  }

  /** A section that did not change keeps its nodes, and with them the focus. */
  private void draw(List<Section> sections) {
    Map<Section, Node> drawn = new HashMap<>();
    for (Node node : sectionList.getChildren()) {
      if (node instanceof SectionPane pane) {
        drawn.put(pane.section(), pane);
      }
    }
    List<Node> next = new ArrayList<>();
    for (Section section : sections) {
      Node known = drawn.remove(section);
      next.add(known == null ? new SectionPane(section, doer::does) : known);
    }
    if (!next.equals(sectionList.getChildren())) {
      sectionList.getChildren().setAll(next);
    }
  }

  @Override
  public void show(Subject next) {
    subject = next;
  }

  @Override
  public void open() {
    model.show(subject);
  }

  @Override
  public void leave() {
    model.show(new Subject.Nothing());
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    ticking.close();
    model.close();
  }
}
