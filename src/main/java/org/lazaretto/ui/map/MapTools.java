package org.lazaretto.ui.map;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.lazaretto.ui.fx.Pages;

/** Legend, zoom and fit. */
final class MapTools {
  private final Parent view;
  @FXML private ToggleButton legendToggle;
  @FXML private Button zoomOutButton;
  @FXML private Label zoomLabel;
  @FXML private Button zoomInButton;
  @FXML private Button fitButton;

  /** What the buttons do. */
  record Deeds(Runnable zoomOut, Runnable zoomIn, Runnable fit) {}

  MapTools(ObservableValue<String> zoom, Deeds deeds) {
    this.view = Pages.load("map/tools", this);
    zoomLabel.textProperty().bind(zoom);
    zoomOutButton.setOnAction(_ -> deeds.zoomOut().run());
    zoomInButton.setOnAction(_ -> deeds.zoomIn().run());
    fitButton.setOnAction(_ -> deeds.fit().run());
  }

  Parent view() {
    return view;
  }

  /** Whether there is room for more than zoom and fit. */
  void wide(boolean wide) {
    legendToggle.setVisible(wide);
    legendToggle.setManaged(wide);
  }

  /** Whether the legend is wanted. */
  BooleanProperty legendProperty() {
    return legendToggle.selectedProperty();
  }
}
