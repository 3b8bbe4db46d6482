package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;

/** Hangs before the picture while there is none, and says why. */
final class PictureCurtain {
  private final StackPane pane;
  private final Actions actions;
  private StatusViewModel.Curtain drawn = StatusViewModel.Curtain.NONE;

  /**
   * A curtain in that pane.
   *
   * @param actions know how the missing rights are shown
   */
  PictureCurtain(StackPane pane, Actions actions) {
    this.pane = pane;
    this.actions = actions;
  }

  /** Draws it as that snapshot asks for. */
  void show(ClusterSnapshot snapshot) {
    StatusViewModel.Curtain why = StatusViewModel.curtain(snapshot);
    if (why == drawn) {
      return;
    }
    drawn = why;
    pane.setVisible(why != StatusViewModel.Curtain.NONE);
    pane.getChildren()
        .setAll(
            switch (why) {
              case NONE -> List.of();
              case LOADING ->
                  List.of(
                      new StatePane(
                          StatePane.State.LOADING,
                          Texts.of("shell.curtain.loading"),
                          Optional.empty()));
              case DENIED -> List.of(denied(snapshot));
            });
  }

  private StatePane denied(ClusterSnapshot snapshot) {
    Runnable rights = () -> actions.byId("rights.open").ifPresent(action -> action.run().run());
    return new StatePane(
        StatePane.State.DENIED,
        StatusViewModel.noPicture(snapshot),
        new StatePane.Remedy(Texts.of("shell.curtain.rights"), rights));
  }
}
