package org.lazaretto.ui.wizard;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.lazaretto.journal.Entry;
import org.lazaretto.model.Connections;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;

/** What was proven of a pod's connections: a badge for new ones, one for those that stood. */
final class Proven {
  private Proven() {}

  static List<Node> rows(List<Entry.Isolated> found) {
    return found.stream().map(Proven::row).toList();
  }

  private static Node row(Entry.Isolated isolated) {
    Connections seen = isolated.connections();
    FlowPane badges =
        new FlowPane(
            8,
            4,
            badge("wizard.proven.fresh", seen.fresh()),
            badge("wizard.proven.established", seen.established()));
    Label directions =
        new Label(Texts.of("wizard.proven.directions", word(seen.ingress()), word(seen.egress())));
    Label how = new Label(HostileText.visible(seen.how()));
    how.setWrapText(true);
    how.setMinHeight(Label.USE_PREF_SIZE);
    how.getStyleClass().add("muted");
    return new VBox(4, new NameLabel(isolated.pod().path()), badges, directions, how);
  }

  private static Label badge(String key, Connections.State state) {
    Label badge = new Label(sign(state) + " " + Texts.of(key, word(state)));
    badge.getStyleClass().addAll("wizard-badge", "wizard-badge-" + state.word());
    return badge;
  }

  private static String word(Connections.State state) {
    return Texts.of("wizard.proven." + state.word());
  }

  /** The state, told by more than its colour. */
  private static String sign(Connections.State state) {
    return switch (state) {
      case BLOCKED -> "✓";
      case OPEN -> "✕";
      case CANNOT_TELL -> "?";
    };
  }
}
