package org.lazaretto.ui.report;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.model.HostileText;
import org.lazaretto.report.Classification;
import org.lazaretto.report.IncidentReport;
import org.lazaretto.ui.fx.NameLabel;

/** The report's words as labels. All of them may come from an intruder, so all are made visible. */
final class Prose {
  private static final double FACT_LEAST = 120;
  private static final double FACT_MOST = 240;

  private Prose() {}

  static Label text(String words) {
    Label label = new Label(HostileText.visible(words));
    label.setWrapText(true);
    return label;
  }

  static Label styled(String words, String style) {
    Label label = text(words);
    label.getStyleClass().add(style);
    return label;
  }

  static Label heading(String words) {
    return styled(words, "small-caps");
  }

  static Label muted(String words) {
    return styled(words, "muted");
  }

  static Label mono(String words) {
    return styled(words, "mono");
  }

  /** The label in its colours of the protocol, and what it allows. */
  static Node classified(Classification classification) {
    Label badge = styled(classification.label(), "report-tlp");
    badge.getStyleClass().add("tlp-" + classification.tone());
    badge.setWrapText(false);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(12, badge, muted(classification.sharing()));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /** A name or command that is copied whole. */
  static Node name(String name) {
    return new NameLabel(name);
  }

  static Label state(IncidentReport.State state) {
    return styled(state.sign().mark() + " " + state.text(), "tone-" + state.sign().tone());
  }

  static Node notice(IncidentReport.State notice) {
    VBox box = new VBox(state(notice));
    box.getStyleClass().add("report-notice");
    return box;
  }

  /** What it is called above what it is; both are short, or are elided. */
  static Node fact(IncidentReport.Fact fact) {
    HBox value = new HBox(8, new NameLabel(fact.value()));
    fact.states().forEach(state -> value.getChildren().add(state(state)));
    VBox box = new VBox(2, muted(fact.name()), value);
    box.setMinWidth(FACT_LEAST);
    box.setMaxWidth(FACT_MOST);
    return box;
  }

  /** Cells with several lines; empty ones are left out. */
  static Node stack(Node... lines) {
    VBox box = new VBox(2);
    for (Node line : List.of(lines)) {
      boolean empty = line instanceof Label label && label.getText().isEmpty();
      if (!empty) {
        box.getChildren().add(line);
      }
    }
    return box;
  }
}
