package org.lazaretto.ui.journal;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.lazaretto.journal.JournalLine;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.session.Dossier;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** Everything that the journal says of one row: its evidence, and each of its lines. */
final class JournalDetail {
  /** A freeze of many pods has hundreds of lines; the rest comes when it is asked for. */
  private static final int CARDS = 24;

  private final Dossier dossier;
  private final Background background;
  private final JournalHost host;
  private final Parent view;
  private Optional<JournalRow> shown = Optional.empty();
  @FXML private Label kindLabel;
  @FXML private Label outcomeLabel;
  @FXML private Button copyButton;
  @FXML private Button closeButton;
  @FXML private ScrollPane detailScroll;
  @FXML private VBox detailBox;

  JournalDetail(Dossier dossier, Background background, JournalHost host, Runnable close) {
    this.dossier = dossier;
    this.background = background;
    this.host = host;
    this.view = Pages.load("journal/detail", this);
    closeButton.setOnAction(_ -> close.run());
    copyButton.setOnAction(_ -> shown.ifPresent(row -> Clip.copy(text(row))));
    view.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
  }

  Parent view() {
    return view;
  }

  /** Shows a row; one that grew keeps its place. */
  void show(JournalRow row) {
    if (shown.filter(row::equals).isPresent()) {
      return;
    }
    boolean same = shown.filter(before -> before.number() == row.number()).isPresent();
    double scrolled = detailScroll.getVvalue();
    shown = Optional.of(row);
    kindLabel.setText(row.kind().word());
    outcomeLabel.setText(row.outcome().spoken());
    outcomeLabel.getStyleClass().removeIf(name -> name.startsWith("tone-"));
    outcomeLabel.getStyleClass().add(row.outcome().tone().styleClass());
    detailBox.getChildren().setAll(head(row));
    row.outcome().why().lines().findFirst().ifPresent(_ -> why(row));
    row.evidence().stream()
        .limit(CARDS)
        .map(item -> new EvidenceCard(item, dossier, background, host))
        .forEach(detailBox.getChildren()::add);
    cards(row.lines(), CARDS);
    detailScroll.setVvalue(same ? scrolled : 0);
  }

  private Node head(JournalRow row) {
    ValueLabel what = new ValueLabel(row.what().text(), false);
    what.getStyleClass().add("detail-what");
    Label when =
        new Label(Texts.of("journal.detail.by", Legible.whole(row.at()), Legible.line(row.who())));
    when.getStyleClass().add("muted");
    when.setTooltip(new Tooltip(Legible.both(row.at(), ZoneId.systemDefault())));
    VBox head = new VBox(4, what, when);
    row.what().object().filter(_ -> host.selects()).ifPresent(o -> head.getChildren().add(link(o)));
    return head;
  }

  private Hyperlink link(ObjectRef object) {
    Hyperlink link =
        new Hyperlink(Texts.of("journal.detail.select", Legible.line(object.spoken())));
    link.setOnAction(_ -> host.select(object));
    link.setTooltip(new Tooltip(Legible.line(object.spoken() + " " + object.uid())));
    return link;
  }

  private void why(JournalRow row) {
    detailBox.getChildren().add(new ValueLabel(row.outcome().why(), false));
  }

  private void cards(List<JournalLine> lines, int most) {
    lines.stream().limit(most).map(LineCard::new).forEach(detailBox.getChildren()::add);
    if (lines.size() > most) {
      Button more = new Button(Texts.of("journal.detail.more", lines.size() - most));
      more.setOnAction(_ -> {
        detailBox.getChildren().remove(more);
        cards(lines.subList(most, lines.size()), 10 * CARDS);
      });
      detailBox.getChildren().add(more);
    }
  }

  /** All of it as text, hostile characters made visible. */
  private static String text(JournalRow row) {
    return row.lines().stream().map(JournalDetail::text).collect(Collectors.joining("\n\n"));
  }

  private static String text(JournalLine line) {
    String facts =
        EntryFacts.of(line.entry()).stream()
            .map(fact -> fact.name() + ": " + Legible.lines(fact.value()))
            .collect(Collectors.joining("\n"));
    return "%s %s %s %s\n%s\nSHA-256 %s, prev %s"
        .formatted(
            Texts.of("journal.detail.line", line.number()),
            EntryWord.of(line.entry()),
            line.at(),
            Legible.line(line.operator()),
            facts,
            line.hash(),
            line.prev());
  }
}
