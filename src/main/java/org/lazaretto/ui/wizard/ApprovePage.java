package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.NameLabel;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Draft;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Obstacle;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** What exactly will be sent, and who says so and why. */
final class ApprovePage implements Page {
  private static final int SHORT = 12;

  private final WizardViewModel wizard;
  private final Parent view;
  private final Subscription listening;
  @FXML private TextFlow approveFlow;
  @FXML private VBox obstacleBox;
  @FXML private Label sentLabel;
  @FXML private NameLabel clusterName;
  @FXML private NameLabel callerName;
  @FXML private Label fingerprintLabel;
  @FXML private Button fingerprintButton;
  @FXML private VBox waiverBox;
  @FXML private Label waiverLabel;
  @FXML private TextField whoField;
  @FXML private Label reasonLabel;
  @FXML private TextArea reasonArea;
  @FXML private Label reasonNoteLabel;
  @FXML private VBox typedBox;
  @FXML private Label typedLabel;
  @FXML private TextField typedField;

  ApprovePage(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/approve", this);
    callerName.setName(wizard.work().caller().username());
    whoField
        .textProperty()
        .addListener((_, _, now) -> wizard.change(d -> d.with(d.signature().by(now))));
    reasonArea
        .textProperty()
        .addListener((_, _, now) -> wizard.change(d -> d.with(d.signature().because(now))));
    typedField
        .textProperty()
        .addListener((_, _, now) -> wizard.change(d -> d.with(d.signature().typing(now))));
    this.listening =
        Subscription.combine(
            wizard.draftProperty().subscribe(this::show),
            wizard.live().proposalProperty().subscribe(p -> p.value().ifPresent(this::show)),
            wizard.judgement().concernsProperty().subscribe(_ -> showWaivers()),
            wizard.judgement().obstaclesProperty().subscribe(this::show));
  }

  private void show(Draft draft) {
    fill(whoField, draft.signature().decidedBy());
    fill(reasonArea, draft.signature().reason());
    fill(typedField, draft.signature().typed());
    showWaivers();
  }

  private void showWaivers() {
    String waivers =
        WaiverLines.of(wizard.judgement().standing(wizard.draft())).stream()
            .map(HostileText::visible)
            .collect(Collectors.joining("\n\n"));
    waiverLabel.setText(waivers);
    show(waiverBox, !waivers.isEmpty());
  }

  private static void fill(TextInputControl field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }

  private void show(Proposal proposal) {
    Headlines.show(approveFlow, proposal.headline());
    sentLabel.setText(SentWords.of(proposal.plan()));
    clusterName.setName(proposal.plan().cluster().name());
    fingerprintLabel.setText(proposal.fingerprint().substring(0, SHORT));
    fingerprintLabel.setTooltip(Tips.wide(proposal.fingerprint()));
    fingerprintButton.setOnAction(_ -> Clip.copy(proposal.fingerprint()));
    Optional<String> word = PlanWords.typedWord(proposal);
    String question = Texts.of("wizard.approve.why." + proposal.plan().wizard().word());
    reasonLabel.setText(question);
    reasonArea.setAccessibleText(question);
    reasonNoteLabel.setText(
        Texts.of(
            Signing.asksWhy(proposal)
                ? "wizard.approve.reasonNeeded"
                : "wizard.approve.reasonNote"));
    typedLabel.setText(Texts.of("wizard.approve.type", word.orElse("")));
    show(typedBox, word.isPresent());
  }

  private void show(List<Obstacle> obstacles) {
    obstacleBox.getChildren().setAll(obstacles.stream().map(this::line).toList());
    show(obstacleBox, !obstacles.isEmpty());
    showWaivers();
  }

  private Node line(Obstacle obstacle) {
    Label text = new Label("○ " + HostileText.visible(obstacle.text()));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(8, text);
    line.setAlignment(Pos.CENTER_LEFT);
    if (obstacle.where() != Stage.APPROVE) {
      Button go = new Button(Texts.of("wizard.obstacle.goto"));
      go.getStyleClass().addAll("small", "wizard-goto");
      go.setMinWidth(Region.USE_PREF_SIZE);
      go.setOnAction(_ -> wizard.goTo(obstacle.where()));
      line.getChildren().add(go);
    }
    return line;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
  }
}
