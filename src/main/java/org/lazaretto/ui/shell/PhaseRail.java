package org.lazaretto.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.ui.desk.Phase;
import org.lazaretto.ui.fx.Fonts;
import org.lazaretto.ui.fx.Pages;

/** The phases in a row, and the next sensible step. */
final class PhaseRail {
  private static final double FONT = 13;
  private static final double MOST_OF_LINK = 172;

  private final Consumer<Phase> go;
  private final Parent view;
  private Optional<RailViewModel.Rail> shown = Optional.empty();
  @FXML private HBox stageBox;
  @FXML private HBox nextBox;
  @FXML private Hyperlink nextLink;

  /** A rail on which a click goes to a phase. */
  PhaseRail(Consumer<Phase> go) {
    this.go = go;
    this.view = Pages.load("shell/rail", this);
  }

  void show(RailViewModel.Rail rail) {
    if (shown.filter(rail::equals).isPresent()) {
      return;
    }
    shown = Optional.of(rail);
    stageBox.getChildren().clear();
    for (RailViewModel.Stage stage : rail.stages()) {
      if (!stageBox.getChildren().isEmpty()) {
        Region line = new Region();
        line.getStyleClass().add("stage-line");
        stageBox.getChildren().add(line);
      }
      stageBox.getChildren().add(stage(stage));
    }
    nextBox.setVisible(rail.next().isPresent());
    rail.next()
        .ifPresent(next -> {
          nextLink.setText(next.words());
          nextLink.setMinWidth(least(next.words()));
          nextLink.setTooltip(new Tooltip(next.words() + "\n" + next.why()));
          nextLink.setAccessibleHelp(next.why());
          nextLink.setOnAction(_ -> {
            nextLink.setVisited(false);
            go.accept(next.phase());
          });
        });
  }

  /** In a narrow window the lines between the stages give way before the words of the link. */
  private static double least(String words) {
    Text text = new Text(words);
    text.setFont(Font.font(Fonts.sans(), FONT));
    return Math.min(MOST_OF_LINK, Math.ceil(text.getLayoutBounds().getWidth()) + 6);
  }

  private Node stage(RailViewModel.Stage stage) {
    Labeled node = stage.clickable() ? button(stage) : new Label(stage.word());
    node.setId("stage-" + word(stage.phase().name()));
    node.setGraphic(new FontIcon(icon(stage.state())));
    node.getStyleClass().addAll("stage", "stage-" + word(stage.state().name()));
    // In a narrow window the lines between the stages give way, not their words.
    node.setMinWidth(Region.USE_PREF_SIZE);
    node.setTooltip(new Tooltip(stage.hover()));
    node.setAccessibleText(stage.hover());
    return node;
  }

  private Button button(RailViewModel.Stage stage) {
    Button button = new Button(stage.word());
    button.setOnAction(_ -> go.accept(stage.phase()));
    return button;
  }

  private static String icon(Phase.State state) {
    return switch (state) {
      case DONE -> "mdi2c-check";
      case CURRENT -> "mdi2c-circle";
      case OPEN -> "mdi2c-circle-outline";
      case HELD -> "mdi2p-pause-circle-outline";
      case NEEDLESS -> "mdi2m-minus-circle-outline";
      case ABSENT -> "mdi2c-circle-off-outline";
    };
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  Parent view() {
    return view;
  }
}
