package org.lazaretto.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.lazaretto.session.Incident;
import org.lazaretto.session.Workstation;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Theme;
import org.lazaretto.ui.start.Choices;
import org.lazaretto.ui.start.StartPage;

/** The program's one window. */
public final class MainWindow implements Choices {
  private final Workstation workstation;
  private final Background background;
  private final Stage stage;
  private final StackPane ground = new StackPane();
  private Optional<Page> page = Optional.empty();

  /** A window on that stage; made on the toolkit's thread. */
  public MainWindow(Workstation workstation, Background background, Stage stage) {
    this.workstation = workstation;
    this.background = background;
    this.stage = stage;
    Scene scene = new Scene(ground, 1440, 900);
    Theme.DARK.dress(scene);
    stage.setScene(scene);
    stage.setTitle(Texts.of("shell.product"));
    stage.setMinWidth(1100);
    stage.setMinHeight(700);
    stage.setOnHidden(_ -> leave());
  }

  /** Shows the window. */
  public void show(Opening opening) {
    switch (opening) {
      case Opening.Start() -> turnTo(new StartPage(workstation, background, this));
      case Opening.Practice(var scenario, var folder, var speed) ->
          open(() -> workstation.practise(scenario, folder, speed));
      case Opening.Cluster(var context, var folder) -> open(context, folder);
    }
    stage.show();
  }

  @Override
  public void practise(String scenario) {
    open(() -> workstation.practise(scenario, Optional.empty(), 1));
  }

  @Override
  public void open(String context, Optional<Path> folder) {
    open(() -> workstation.open(context, folder));
  }

  @Override
  public void read(Path folder) {
    ground.getChildren().setAll(new Label(folder.toString()));
  }

  private void open(Background.Work<Incident> work) {
    background.run(
        work,
        incident -> turnTo(new Workspace(new Desk(incident, background), PaneSizes.USUAL)),
        failure -> ground.getChildren().setAll(new Label(failure.words())));
  }

  private void turnTo(Page next) {
    leave();
    page = Optional.of(next);
    ground.getChildren().setAll(next.view());
  }

  private void leave() {
    page.ifPresent(Page::close);
    page = Optional.empty();
  }
}
