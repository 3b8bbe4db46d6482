package org.lazaretto.ui.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.WindowControls;

/** The keys of everything that has one. */
final class ShortcutsSheet implements Page {
  /** As wide as the widest key, so that what they do stands in one line in every group. */
  private static final double KEYS = 96;

  private final Parent view;
  @FXML private VBox firstColumn;
  @FXML private VBox secondColumn;
  @FXML private Button closeButton;

  ShortcutsSheet(List<Action> offered, WindowControls controls) {
    this.view = Pages.load("shell/shortcuts", this);
    List<ShortcutsViewModel.Group> groups = ShortcutsViewModel.of(offered);
    for (int i = 0; i < groups.size(); i++) {
      VBox column = i == 0 ? firstColumn : secondColumn;
      column.getChildren().addAll(heading(groups.get(i)), lines(groups.get(i)));
    }
    secondColumn.setManaged(groups.size() > 1);
    closeButton.setOnAction(_ -> controls.hideSheet());
  }

  private static Label heading(ShortcutsViewModel.Group group) {
    Label heading = new Label(group.title());
    heading.getStyleClass().addAll("small-caps", "key-heading");
    return heading;
  }

  private static GridPane lines(ShortcutsViewModel.Group group) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setMinWidth(KEYS);
    grid.getColumnConstraints().add(keys);
    for (ShortcutsViewModel.Line line : group.lines()) {
      Label key = new Label(line.key());
      key.setMinWidth(Region.USE_PREF_SIZE);
      key.getStyleClass().add("key-cap");
      Label title = new Label(line.title());
      title.setTooltip(new Tooltip(line.title()));
      grid.addRow(grid.getRowCount(), key, title);
    }
    return grid;
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {}
}
