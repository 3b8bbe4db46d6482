package org.lazaretto.ui.inspector;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.PodRef;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** Where a person writes why a pod is marked, or why not any more. */
final class MarkPane {
  private static final int NAME = 28;

  private final MarkViewModel model;
  private final Parent view;
  private String name = "";
  private Optional<Node> before = Optional.empty();
  private boolean untouched;
  @FXML private Label reasonLabel;
  @FXML private TextField reasonField;
  @FXML private FlowPane reasonButtons;
  @FXML private Button reasonConfirmButton;
  @FXML private Button reasonCancelButton;

  MarkPane(MarkViewModel model) {
    this.model = model;
    this.view = Pages.load("inspector/mark", this);
    reasonField.textProperty().bindBidirectional(model.reasonProperty());
    reasonField.setOnAction(_ -> model.confirm());
    // A long name gives way in its middle: the button never runs over the edge of a narrow pane.
    reasonConfirmButton.maxWidthProperty().bind(reasonButtons.widthProperty());
    reasonConfirmButton.disableProperty().bind(model.readyProperty().not());
    reasonConfirmButton.setOnAction(_ -> model.confirm());
    reasonCancelButton.setOnAction(_ -> model.cancel());
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveOnEscape);
    reasonField.addEventFilter(KeyEvent.ANY, this::afterTheOpening);
    model.askingProperty().subscribe(this::show);
  }

  /** The pod that it is about. */
  void name(PodRef pod) {
    name = HostileText.visible(Elision.middle(pod.name(), NAME));
    reasonConfirmButton.setTooltip(new Tooltip(HostileText.visible(pod.name())));
  }

  private void leaveOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      model.cancel();
      event.consume();
    }
  }

  /** The key that opened it comes a second time, as a character that would replace the reason. */
  private void afterTheOpening(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      untouched = false;
    } else if (event.getEventType() == KeyEvent.KEY_TYPED && untouched) {
      event.consume();
    }
  }

  private void show(MarkViewModel.Asking asking) {
    boolean asked = asking != MarkViewModel.Asking.NOTHING;
    view.setVisible(asked);
    view.setManaged(asked);
    reasonConfirmButton.getStyleClass().remove("danger");
    switch (asking) {
      case NOTHING -> {}
      case WHY_MARK -> {
        words("mark");
        reasonConfirmButton.getStyleClass().add("danger");
      }
      case WHY_CLEAR -> words("clear");
    }
    if (asked) {
      before = Optional.ofNullable(view.getScene()).map(Scene::getFocusOwner);
      untouched = true;
      reasonField.requestFocus();
      reasonField.selectAll();
    } else if (before.isPresent()) {
      before.filter(InSight::of).ifPresent(Node::requestFocus);
      before = Optional.empty();
    }
  }

  private void words(String what) {
    reasonLabel.setText(Texts.of("inspector.reason." + what + ".label"));
    reasonField.setPromptText(Texts.of("inspector.reason." + what + ".prompt"));
    reasonConfirmButton.setText(Texts.of("inspector.reason." + what + ".confirm", name));
  }

  Parent view() {
    return view;
  }
}
