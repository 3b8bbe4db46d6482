package org.lazaretto.ui.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.lazaretto.journal.CaseInfo;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.desk.CaseProgress;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.WindowControls;

/** The line at the top: which cluster, as whom, which case, for how long. */
final class HeaderBar {
  private static final int LONGEST_ID = 24;

  private final Desk desk;
  private final InstantSource clock;
  private final HeaderViewModel model = new HeaderViewModel(ZoneId.systemDefault());
  private final Tooltip elapsedTip = new Tooltip();
  private final Tooltip platformTip = new Tooltip();
  private final Parent view;
  @FXML private NameLabel clusterLabel;
  @FXML private Label platformLabel;
  @FXML private NameLabel callerLabel;
  @FXML private MenuButton caseMenu;
  @FXML private Label elapsedLabel;
  @FXML private StackPane searchPane;
  @FXML private Button themeButton;
  @FXML private Button settingsButton;

  HeaderBar(Desk desk, InstantSource clock, StackPane search, WindowControls controls) {
    this.desk = desk;
    this.clock = clock;
    this.view = Pages.load("shell/header", this);
    clusterLabel.getStyleClass().remove("mono");
    clusterLabel.setName(desk.incident().cluster().name());
    callerLabel.setName(desk.incident().caller().username());
    nameCase(desk.incident().info(), desk.incident().folder());
    elapsedLabel.setTooltip(elapsedTip);
    platformLabel.setTooltip(platformTip);
    searchPane.getChildren().setAll(search);
    themeButton.setOnAction(_ -> controls.turnTheme());
    settingsButton.setOnAction(_ -> controls.showSettings());
  }

  private void nameCase(CaseInfo info, Path folder) {
    String id = HostileText.visible(info.id());
    caseMenu.setText(Texts.of("shell.case", Elision.middle(id, LONGEST_ID)));
    caseMenu.setTooltip(new Tooltip(id + "\n" + HostileText.visible(info.title()) + "\n" + folder));
  }

  /** The menu of the case; an empty list between others is a line. */
  void offer(List<List<Action>> groups) {
    for (List<Action> group : groups) {
      if (!caseMenu.getItems().isEmpty()) {
        caseMenu.getItems().add(new SeparatorMenuItem());
      }
      for (Action action : group) {
        MenuItem item = new MenuItem(action.title());
        item.setId(action.id());
        item.setOnAction(_ -> action.run().run());
        caseMenu.getItems().add(item);
      }
    }
  }

  /** A second has passed. */
  void tick(CaseProgress progress) {
    HeaderViewModel.Elapsed elapsed = model.elapsed(progress, clock.instant());
    elapsedLabel.setText(elapsed.shown());
    elapsedTip.setText(elapsed.hover());
    String platform = ClusterTitle.of(desk.incident().cluster(), desk.snapshot()).spoken();
    platformLabel.setText(platform);
    platformTip.setText(platform + "\n" + HostileText.visible(desk.incident().cluster().server()));
  }

  Parent view() {
    return view;
  }
}
