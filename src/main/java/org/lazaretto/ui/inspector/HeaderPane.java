package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;

/** The head of the inspector: which object, whose it is, and what can be done with it. */
final class HeaderPane implements Page {
  private static final int CRUMB = 34;

  private final Desk desk;
  private final MarkViewModel marking;
  private final Parent view;
  private final CopyMenu copies;
  private final PivotMenu pivots;
  private final MarkPane reasons;
  @FXML private NameLabel titleLabel;
  @FXML private Button copyNameButton;
  @FXML private FlowPane crumbFlow;
  @FXML private Button markButton;
  @FXML private MenuButton suspectMenu;
  @FXML private MenuButton pivotMenu;
  @FXML private MenuButton copyMenu;
  @FXML private VBox inspectorHeader;

  HeaderPane(Desk desk) {
    this.desk = desk;
    this.marking = new MarkViewModel(new Marks(desk));
    this.view = Pages.load("inspector/header", this);
    this.copies = new CopyMenu(desk, copyMenu);
    this.pivots = new PivotMenu(desk, pivotMenu);
    this.reasons = new MarkPane(marking);
    inspectorHeader.getChildren().add(reasons.view());
    titleLabel.getStyleClass().remove("mono");
    copyNameButton.setOnAction(_ -> Clip.copy(titleLabel.getName()));
    markButton.setOnAction(_ -> marking.askToMark());
    suspectMenu.getItems().getFirst().setOnAction(_ -> marking.askToClear());
  }

  private record Marks(Desk desk) implements MarkViewModel.Deeds {
    @Override
    public void mark(PodRef pod, String reason) {
      desk.mark(pod, reason);
    }

    @Override
    public void clear(PodRef pod, String reason) {
      desk.clear(pod, reason);
    }
  }

  /** Shows an object. */
  void show(Subject.Known subject) {
    ObjectRef object = subject.object();
    titleLabel.setName(object.name());
    crumbs(subject);
    copies.show(object);
    marking.show(subject);
    boolean suspect = subject instanceof Subject.OfPod pod && pod.suspect();
    boolean pod = subject instanceof Subject.OfPod;
    shown(suspectMenu, suspect);
    shown(markButton, pod && !suspect);
    markButton.setDisable(subject.gone().isPresent());
    shown(pivotMenu, pod);
    if (subject instanceof Subject.OfPod of) {
      pivots.show(of.pod());
      reasons.name(of.pod().ref());
    }
  }

  /** Asks why the pod that is shown is to be marked. */
  void askToMark() {
    marking.askToMark();
  }

  /** Asks why the mark of the pod that is shown is to be taken back. */
  void askToClear() {
    marking.askToClear();
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void crumbs(Subject.Known subject) {
    List<Node> nodes = new ArrayList<>();
    for (Crumb crumb : subject.owners()) {
      nodes.add(crumb(crumb));
      Label step = new Label("›");
      step.getStyleClass().add("muted");
      nodes.add(step);
    }
    Label own = new Label(subject.object().kind());
    own.getStyleClass().add("muted");
    nodes.add(own);
    crumbFlow.getChildren().setAll(nodes);
  }

  private Node crumb(Crumb crumb) {
    String whole = HostileText.visible(crumb.kind() + " " + crumb.name());
    String kind = HostileText.visible(Elision.middle(crumb.kind(), CRUMB));
    String text = kind + " " + HostileText.visible(Elision.middle(crumb.name(), CRUMB));
    if (crumb.target().isEmpty()) {
      Label label = new Label(text);
      label.setTooltip(new Tooltip(whole));
      return label;
    }
    Hyperlink link = new Hyperlink(text);
    link.getStyleClass().add("inspector-link");
    link.setTooltip(new Tooltip(whole));
    link.setOnAction(_ -> desk.select(crumb.target().get()));
    return link;
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    pivots.close();
  }
}
