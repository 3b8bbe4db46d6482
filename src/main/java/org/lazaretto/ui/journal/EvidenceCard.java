package org.lazaretto.ui.journal;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lazaretto.journal.EvidenceItem;
import org.lazaretto.journal.Recheck;
import org.lazaretto.session.Dossier;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.journal.RowOutcome.Tone;

/** One evidence item: where it lies, its hash, and whether its file still has it. */
final class EvidenceCard extends VBox {
  private final EvidenceItem item;
  private final Dossier dossier;
  private final Background background;
  private final JournalHost host;
  private final Button check = new Button(Texts.of("journal.evidence.check"));
  private final Label verdict = new Label();

  EvidenceCard(EvidenceItem item, Dossier dossier, Background background, JournalHost host) {
    this.item = item;
    this.dossier = dossier;
    this.background = background;
    this.host = host;
    getStyleClass().add("line-card");
    verdict.setWrapText(true);
    verdict.setVisible(false);
    verdict.setManaged(false);
    check.setOnAction(_ -> check());
    getChildren()
        .addAll(head(), new NameLabel(item.file()), new NameLabel(item.sha256()), buttons());
    getChildren().add(verdict);
  }

  private HBox head() {
    Label id = new Label(item.id());
    id.getStyleClass().addAll("mono", "evidence-id");
    Label size = new Label(Legible.size(item.size()));
    Label what = new Label(Legible.line(item.draft().description()));
    what.setTooltip(new javafx.scene.control.Tooltip(what.getText()));
    id.setMinWidth(USE_PREF_SIZE);
    size.setMinWidth(USE_PREF_SIZE);
    HBox head = new HBox(8, id, size, what);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox buttons() {
    Button folder = new Button(Texts.of("journal.evidence.folder"));
    folder.setOnAction(
        _ -> dossier.place(item).map(java.nio.file.Path::getParent).ifPresent(host::showFolder));
    folder.setDisable(dossier.place(item).isEmpty());
    return new HBox(8, check, folder);
  }

  private void check() {
    check.setDisable(true);
    say(Tone.RUNNING, Texts.of("journal.evidence.checking"));
    background.run(() -> dossier.recheck(item), this::checked, this::failed);
  }

  private void checked(Recheck result) {
    check.setDisable(false);
    host.grew();
    switch (result) {
      case Recheck.Unchanged _ -> say(Tone.GOOD, Texts.of("journal.evidence.unchanged"));
      case Recheck.Differs(var how) ->
          say(Tone.BAD, Texts.of("journal.evidence.differs", Legible.line(how)));
    }
  }

  private void failed(Failure failure) {
    check.setDisable(false);
    say(Tone.CAUTION, failure.code() + " · " + failure.words());
  }

  private void say(Tone tone, String words) {
    verdict.setText(tone.sign() + " " + words);
    verdict.getStyleClass().removeIf(name -> name.startsWith("tone-"));
    verdict.getStyleClass().add(tone.styleClass());
    verdict.setVisible(true);
    verdict.setManaged(true);
  }
}
