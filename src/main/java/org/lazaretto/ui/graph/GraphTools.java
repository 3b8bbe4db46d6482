package org.lazaretto.ui.graph;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.lazaretto.graph.lens.LensScope;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** Scope, compact, zoom and fit. */
final class GraphTools {
  private static final int LONGEST = 32;

  private final Parent view;
  @FXML private ComboBox<LensScope> scopeCombo;
  @FXML private ToggleButton graphLegendToggle;
  @FXML private Button zoomOutButton;
  @FXML private Label zoomLabel;
  @FXML private Button zoomInButton;
  @FXML private Button fitButton;

  GraphTools(GraphViewModel model, GraphView picture, Supplier<List<String>> firstNodes) {
    this.view = Pages.load("graph/tools", this);
    scopeCombo.setConverter(new ScopeWords());
    scopeCombo.setOnShowing(_ -> offer(model.scopes(firstNodes.get())));
    scopeCombo.setOnAction(_ -> chosen(model));
    model.wishProperty().subscribe(wish -> show(wish.scope()));
    picture
        .viewport()
        .zoomProperty()
        .subscribe(
            now -> zoomLabel.setText(Texts.of("graph.zoom", Math.round(now.doubleValue() * 100))));
    zoomOutButton.setOnAction(_ -> picture.smaller());
    zoomInButton.setOnAction(_ -> picture.larger());
    fitButton.setOnAction(_ -> picture.viewport().fit());
  }

  private void show(LensScope scope) {
    if (!scopeCombo.getItems().contains(scope)) {
      scopeCombo.getItems().add(scope);
    }
    scopeCombo.setValue(scope);
    scopeCombo.setTooltip(new Tooltip(words(scope)));
  }

  /** The list is long in a large cluster: it is made when somebody opens it. */
  private void offer(List<LensScope> scopes) {
    LensScope now = scopeCombo.getValue();
    scopeCombo.getItems().setAll(scopes);
    show(now);
  }

  private void chosen(GraphViewModel model) {
    LensScope scope = scopeCombo.getValue();
    if (scope != null) {
      model.choose(scope);
    }
  }

  Parent view() {
    return view;
  }

  /** Whether the legend is wanted. */
  BooleanProperty legendProperty() {
    return graphLegendToggle.selectedProperty();
  }

  /** Whether there is room for more than scope, zoom and fit. */
  void wide(boolean wide) {
    graphLegendToggle.setVisible(wide);
    graphLegendToggle.setManaged(wide);
  }

  /** A scope in words. */
  static String words(LensScope scope) {
    return switch (scope) {
      case LensScope.Suspects() -> Texts.of("graph.scope.suspects");
      case LensScope.Namespace(var name) -> Texts.of("graph.scope.namespace", shortened(name));
      case LensScope.OnNode(var name) -> Texts.of("graph.scope.node", shortened(name));
    };
  }

  private static String shortened(String name) {
    return Elision.middle(HostileText.visible(name), LONGEST);
  }

  private static final class ScopeWords extends StringConverter<LensScope> {
    @Override
    public String toString(@org.jspecify.annotations.Nullable LensScope scope) {
      return scope == null ? "" : words(scope);
    }

    @Override
    public LensScope fromString(String text) {
      throw new UnsupportedOperationException("a scope is chosen, not typed");
    }
  }
}
