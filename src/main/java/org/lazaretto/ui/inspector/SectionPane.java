package org.lazaretto.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Finding;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Hint;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;

/** Draws one section of an overview. */
final class SectionPane extends VBox {
  private static final double LABEL_WIDTH = 112;

  private final Section section;
  private final Parts parts;

  SectionPane(Section section, Consumer<Deed> doer) {
    super(8);
    this.section = section;
    this.parts = new Parts(doer);
    getStyleClass().add("inspector-section");
    if (!section.title().isEmpty()) {
      Label title = new Label(section.title().toUpperCase(Locale.ROOT));
      title.getStyleClass().add("small-caps");
      getChildren().add(title);
    }
    draw();
  }

  /** What it shows. */
  Section section() {
    return section;
  }

  /** Rows with labels that stand together share a grid. */
  private void draw() {
    List<Row> labelled = new ArrayList<>();
    for (Row row : section.rows()) {
      switch (row) {
        case Row.Fact _, Row.Named _ -> labelled.add(row);
        case Row.Note(var line) -> add(labelled, parts.line(line));
        case Row.Pairs(var pairs) -> add(labelled, chips(pairs));
        case Row.Foreseen(var finding) -> add(labelled, card(finding));
      }
    }
    flush(labelled);
  }

  private void add(List<Row> labelled, Node node) {
    flush(labelled);
    getChildren().add(node);
  }

  private void flush(List<Row> labelled) {
    if (labelled.isEmpty()) {
      return;
    }
    GridPane grid = new GridPane(8, 8);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setMinWidth(0);
    grid.getColumnConstraints().addAll(new ColumnConstraints(LABEL_WIDTH), values);
    for (int i = 0; i < labelled.size(); i++) {
      RowConstraints top = new RowConstraints();
      top.setValignment(VPos.TOP);
      grid.getRowConstraints().add(top);
      place(grid, i, labelled.get(i));
    }
    getChildren().add(grid);
    labelled.clear();
  }

  private void place(GridPane grid, int row, Row what) {
    switch (what) {
      case Row.Fact(var label, var lines) -> {
        Label name = new Label(label);
        name.getStyleClass().add("muted");
        grid.addRow(row, name, lines(lines));
      }
      case Row.Named(var name, var warning, var lines) ->
          grid.addRow(row, named(name, warning), lines(lines));
      case Row.Note _, Row.Pairs _, Row.Foreseen _ ->
          throw new IllegalStateException("a row without a label: " + what);
    }
  }

  private static Node named(String name, boolean warning) {
    NameLabel label = new NameLabel(name);
    label.getStyleClass().add("muted");
    if (!warning) {
      return label;
    }
    Label sign = new Label("!");
    sign.getStyleClass().add("inspector-warning");
    sign.setMinWidth(USE_PREF_SIZE);
    sign.setAccessibleText(Texts.of("inspector.flagged"));
    return new HBox(4, label, sign);
  }

  private Node lines(List<List<Part>> lines) {
    VBox box = new VBox(2);
    lines.forEach(line -> box.getChildren().add(parts.line(line)));
    return box;
  }

  private static Node chips(Map<String, String> pairs) {
    FlowPane flow = new FlowPane(6, 6);
    flow.setPrefWrapLength(200);
    flow.setMinWidth(0);
    pairs.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(pair -> flow.getChildren().add(chip(flow, pair.getKey() + "=" + pair.getValue())));
    return flow;
  }

  private static Node chip(FlowPane flow, String text) {
    String visible = HostileText.visible(text);
    Button chip = new Button(visible);
    chip.getStyleClass().addAll("mono", "inspector-chip");
    chip.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    chip.setEllipsisString("…");
    chip.maxWidthProperty().bind(flow.widthProperty());
    Hint.on(chip).say(Texts.of("inspector.chip.hint") + "\n" + visible);
    chip.setAccessibleText(Texts.of("inspector.chip.hint") + " " + visible);
    chip.setOnAction(_ -> Clip.copy(text));
    return chip;
  }

  private static Node card(Finding finding) {
    Label text = new Label(HostileText.visible(finding.text()));
    text.setWrapText(true);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    Label id = new Label(finding.id());
    id.setMinWidth(USE_PREF_SIZE);
    id.getStyleClass().addAll("mono", "muted");
    Label word = new Label(Texts.of("inspector.finding." + finding.severity().word()));
    word.getStyleClass().add("inspector-finding-word");
    VBox card = new VBox(4, new HBox(8, word, grow(), id), text);
    if (!finding.instead().isEmpty()) {
      Label instead = new Label(HostileText.visible(finding.instead()));
      instead.setWrapText(true);
      instead.getStyleClass().add("muted");
      card.getChildren().add(instead);
    }
    card.getStyleClass().addAll("inspector-card", "finding-" + finding.severity().word());
    return card;
  }

  private static Node grow() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
