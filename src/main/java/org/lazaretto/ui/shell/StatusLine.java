package org.lazaretto.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The line at the bottom: how old what is seen is, how well each kind is seen, how much. */
final class StatusLine {
  private static final double WIDEST_TIP = 720;

  private final Parent view;
  private final Tooltip asOfTip = new Tooltip();
  private final Tooltip countsTip = new Tooltip();
  private final Tooltip deniedTip = new Tooltip();
  private final Map<KindGroup, Label> signs = new EnumMap<>(KindGroup.class);
  @FXML private Label asOfLabel;
  @FXML private HBox signBox;
  @FXML private Hyperlink deniedLink;
  @FXML private Label countsLabel;

  /**
   * The line.
   *
   * @param rights shows which rights are missing
   */
  StatusLine(Runnable rights) {
    this.view = Pages.load("shell/status", this);
    deniedLink.setTooltip(deniedTip);
    deniedTip.setWrapText(true);
    deniedTip.setMaxWidth(WIDEST_TIP);
    deniedLink.setOnAction(_ -> {
      deniedLink.setVisited(false);
      rights.run();
    });
    asOfLabel.setTooltip(asOfTip);
    countsLabel.setTooltip(countsTip);
  }

  void show(StatusViewModel.Status status) {
    asOfLabel.setText(status.asOf());
    asOfTip.setText(status.asOfLocal());
    countsLabel.setText(status.counts());
    countsTip.setText(status.counts());
    if (signs.isEmpty()) {
      status.signs().forEach(sign -> signs.put(sign.group(), label(sign)));
      signBox.getChildren().setAll(signs.values());
    }
    status.signs().forEach(this::show);
    showDenied(status.denied());
  }

  private void showDenied(List<String> kinds) {
    deniedLink.setVisible(!kinds.isEmpty());
    deniedLink.setManaged(!kinds.isEmpty());
    String lines = String.join("\n", kinds);
    if (!lines.equals(deniedTip.getText())) {
      deniedLink.setText(Texts.of("shell.status.denied", kinds.size()));
      deniedLink.setAccessibleText(deniedLink.getText() + ". " + lines);
      deniedTip.setText(lines);
    }
  }

  private static Label label(KindSign sign) {
    Label label = new Label();
    label.setId("kind-" + sign.group().name().toLowerCase(Locale.ROOT));
    label.setTooltip(new Tooltip());
    return label;
  }

  /** Times go on each second, so that only what is another than before may be touched. */
  private void show(KindSign sign) {
    Label label = Objects.requireNonNull(signs.get(sign.group()));
    label.setText(sign.state().sign() + " " + sign.words());
    String state = "kind-" + sign.state().name().toLowerCase(Locale.ROOT);
    if (!label.getStyleClass().contains(state)) {
      label.getStyleClass().setAll("label", "kind-sign", state);
    }
    label.getTooltip().setText(sign.hover());
    label.setAccessibleText(sign.words() + ". " + sign.hover());
  }

  Parent view() {
    return view;
  }
}
