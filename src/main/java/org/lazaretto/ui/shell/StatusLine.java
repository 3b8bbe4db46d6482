package org.lazaretto.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.lazaretto.ui.fx.Pages;

/** The line at the bottom: how old what is seen is, how well each kind is seen, how much. */
final class StatusLine {
  private final Parent view;
  private final Tooltip asOfTip = new Tooltip();
  private final Tooltip countsTip = new Tooltip();
  private Optional<List<KindSign>> shown = Optional.empty();
  @FXML private Label asOfLabel;
  @FXML private HBox signBox;
  @FXML private Label countsLabel;

  StatusLine() {
    this.view = Pages.load("shell/status", this);
    asOfLabel.setTooltip(asOfTip);
    countsLabel.setTooltip(countsTip);
  }

  void show(StatusViewModel.Status status) {
    asOfLabel.setText(status.asOf());
    asOfTip.setText(status.asOfLocal());
    countsLabel.setText(status.counts());
    countsTip.setText(status.counts());
    if (shown.filter(status.signs()::equals).isEmpty()) {
      shown = Optional.of(status.signs());
      signBox.getChildren().setAll(status.signs().stream().map(StatusLine::label).toList());
    }
  }

  private static Label label(KindSign sign) {
    Label label = new Label(sign.state().sign() + " " + sign.words());
    label.setId("kind-" + sign.group().name().toLowerCase(Locale.ROOT));
    label
        .getStyleClass()
        .addAll("kind-sign", "kind-" + sign.state().name().toLowerCase(Locale.ROOT));
    label.setTooltip(new Tooltip(sign.hover()));
    label.setAccessibleText(sign.words() + ". " + sign.hover());
    return label;
  }

  Parent view() {
    return view;
  }
}
