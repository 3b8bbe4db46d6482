package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.model.ClusterSnapshot;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.Pod;
import org.lazaretto.model.PodRef;
import org.lazaretto.plan.Wizard;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;

/** One line for each suspect: whether the plan is about it, and where it stands now. */
final class SuspectChecks {
  private static final double NAME_WIDTH = 200;

  private final VBox box;
  private final WizardViewModel wizard;
  private List<Row> shown = List.of();

  /** What is seen of one suspect. */
  private record Row(PodRef pod, boolean chosen, String where, boolean gone) {}

  SuspectChecks(VBox box, WizardViewModel wizard) {
    this.box = box;
    this.wizard = wizard;
  }

  void show(Draft draft) {
    ClusterSnapshot seen = wizard.work().snapshot();
    List<Row> rows = new ArrayList<>();
    for (PodRef suspect : draft.targets().suspects()) {
      rows.add(row(draft, seen, suspect));
    }
    if (rows.isEmpty()) {
      box.getChildren().setAll(nobody());
    } else if (!rows.equals(shown)) {
      box.getChildren().setAll(rows.stream().map(this::line).toList());
    }
    shown = rows;
  }

  private static Row row(Draft draft, ClusterSnapshot seen, PodRef suspect) {
    Optional<Pod> pod = seen.pod(suspect.uid());
    String where =
        pod.map(there ->
                there
                    .node()
                    .map(node -> Texts.of("wizard.choose.onNode", HostileText.visible(node)))
                    .orElseGet(() -> Texts.of("wizard.choose.noNode")))
            .orElseGet(() -> Texts.of("wizard.choose.gone"));
    return new Row(suspect, draft.targets().chosen(suspect), where, pod.isEmpty());
  }

  private Node line(Row row) {
    CheckBox check = new CheckBox();
    check.setSelected(row.chosen());
    check.setAccessibleText(HostileText.visible(row.pod().path()));
    check.setOnAction(_ -> choose(row.pod(), check.isSelected()));
    Label sign = new Label("◆");
    sign.getStyleClass().add("wizard-suspect-sign");
    NameLabel name = new NameLabel(row.pod().path());
    sign.setMinWidth(Region.USE_PREF_SIZE);
    check.setMinWidth(Region.USE_PREF_SIZE);
    name.setMinWidth(NAME_WIDTH);
    Label where = new Label(row.where());
    where.getStyleClass().add(row.gone() ? "wizard-warn" : "muted");
    where.setTextOverrun(Overrun.of(row.where()));
    where.setTooltip(Tips.wide(row.where()));
    HBox line = new HBox(8, check, sign, name, where);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void choose(PodRef suspect, boolean chosen) {
    wizard.change(now -> now.with(now.targets().choosing(suspect, chosen)));
  }

  private Node nobody() {
    Label label =
        new Label(
            Texts.of(
                wizard.wizard() == Wizard.CORDON
                    ? "wizard.choose.noSuspectsCordon"
                    : "wizard.choose.noSuspects"));
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }
}
