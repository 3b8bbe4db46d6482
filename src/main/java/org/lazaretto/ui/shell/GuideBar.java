package org.lazaretto.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.lazaretto.model.Scenario;
import org.lazaretto.model.WalkthroughStep;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.DesktopServices;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** Says what a walkthrough does while it is watched, and stops it. */
final class GuideBar implements Page {
  private final GuideViewModel model;
  private final Parent view;
  private final Subscription listening;
  private final Actions.Offer offer;
  @FXML private Label guideLabel;
  @FXML private Button guideStopButton;
  @FXML private Button guideFolderButton;
  @FXML private Button guideCopyButton;
  @FXML private Button guideCloseButton;

  /** Begins to play on that desk. */
  GuideBar(Desk desk, Guide guide, DesktopServices desktop) {
    this.model = new GuideViewModel(new OnDesk(desk, guide), desk.background());
    this.view = Pages.load("shell/guide", this);
    guideStopButton.setOnAction(_ -> model.stop());
    guideFolderButton.setOnAction(
        _ -> desktop.show(desk.incident().folder(), words -> desk.tell(Notice.warn(words))));
    guideCopyButton.setOnAction(_ -> Clip.copy(model.copyable()));
    guideCloseButton.setOnAction(_ -> show(view, false));
    this.offer =
        desk.actions()
            .offer(
                List.of(
                    Action.of("guide.stop", Texts.of("shell.guide.stop"), model::stop)
                        .when(() -> !model.stateProperty().get().over())));
    this.listening = model.stateProperty().subscribe(this::show);
    model.begin();
  }

  private void show(GuideViewModel.State state) {
    boolean hadFocus = guideStopButton.isFocused();
    guideLabel.setText(model.words());
    show(guideStopButton, !state.over());
    show(guideFolderButton, state.over());
    show(guideCopyButton, state instanceof GuideViewModel.Stuck);
    show(guideCloseButton, state.over());
    if (hadFocus && state.over()) {
      guideCloseButton.requestFocus();
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    offer.close();
    model.close();
  }

  /** What is played on a desk. */
  private record OnDesk(Desk desk, Guide guide) implements GuideViewModel.Show {
    @Override
    public int steps() {
      return desk.incident().scenario().map(Scenario::walkthrough).map(List::size).orElse(0);
    }

    @Override
    public String folder() {
      return desk.incident().folder().toString();
    }

    @Override
    public void note(String text) throws SessionException {
      desk.incident().note(text);
      desk.journalChanged();
    }

    @Override
    public void play(Consumer<WalkthroughStep> begins)
        throws SessionException, InterruptedException {
      guide.play(desk.incident(), begins);
    }
  }
}
