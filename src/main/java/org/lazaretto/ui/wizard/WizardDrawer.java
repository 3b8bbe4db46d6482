package org.lazaretto.ui.wizard;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.LocalRating;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.draft.Stage;
import org.lazaretto.ui.wizard.proposal.Proposal;

/** The frame that all wizards share: title, way, page, and what can be done. */
final class WizardDrawer implements Page {
  private final WizardViewModel wizard;
  private final PageMaker maker;
  private final Exit exit;
  private final Parent view;
  private final PageFocus focus;
  private final Map<Stage, Page> pages = new EnumMap<>(Stage.class);
  private final Subscription listening;
  private Subscription coming = Subscription.EMPTY;
  @FXML private VBox drawerBox;
  @FXML private Label titleLabel;
  @FXML private Label ratingLabel;
  @FXML private Button closeButton;
  @FXML private HBox crumbBar;
  @FXML private HBox changedBar;
  @FXML private Label changedLabel;
  @FXML private Button readButton;
  @FXML private StackPane pagePane;
  @FXML private Label hintLabel;
  @FXML private Button backButton;
  @FXML private HBox handOverBox;
  @FXML private Button mainButton;

  WizardDrawer(WizardViewModel wizard, PageMaker maker, Exit exit) {
    this.wizard = wizard;
    this.maker = maker;
    this.exit = exit;
    this.view = Pages.load("wizard/drawer", this);
    this.focus = new PageFocus(wizard, pagePane, mainButton, handOverBox, closeButton);
    titleLabel.setText(PlanWords.title(wizard.wizard()));
    closeButton.setOnAction(_ -> exit.close());
    closeButton.setTooltip(new Tooltip(Texts.of("wizard.close")));
    readButton.setOnAction(_ -> readAgain());
    backButton.setOnAction(_ -> wizard.back());
    mainButton.setOnAction(_ -> wizard.proceed());
    mainButton.setTooltip(new Tooltip(Texts.of("wizard.main.key")));
    handOverBox.getChildren().setAll(maker.handOver(wizard));
    // A list that has the focus would keep Escape for itself.
    drawerBox.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Crumbs crumbs = new Crumbs(crumbBar, wizard);
    this.listening =
        Subscription.combine(
            wizard.stageProperty().subscribe(this::turnTo),
            wizard.stageProperty().subscribe(_ -> crumbs.show()),
            wizard.judgement().obstaclesProperty().subscribe(_ -> crumbs.show()),
            wizard.mainProperty().subscribe(this::offer),
            wizard.changedProperty().subscribe(this::tellChange),
            wizard.live().proposalProperty().subscribe(p -> rate(p.value())));
  }

  /** Does what the main button says, if it may be pressed now. */
  void proceed() {
    mainButton.fire();
  }

  /** Puts the focus where the page wants something. */
  void focus() {
    focus.take();
  }

  /** Who is about to send looks at the new plan first; who is reading it says so. */
  private void readAgain() {
    if (wizard.stageProperty().get() == Stage.APPROVE) {
      wizard.goTo(Stage.PREVIEW);
    } else {
      wizard.acknowledge();
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      exit.close();
      event.consume();
    }
  }

  private void turnTo(Stage stage) {
    if (stage.beforeRun()) {
      forget(Stage.RUN);
      forget(Stage.RESULT);
    }
    Page page = pages.computeIfAbsent(stage, wanted -> maker.page(wanted, wizard));
    boolean held = drawerBox.isFocusWithin();
    pagePane.getChildren().setAll(page.view());
    show(backButton, stage.before().isPresent());
    show(handOverBox, stage == Stage.PREVIEW);
    readButton.setText(
        Texts.of(stage == Stage.APPROVE ? "wizard.changed.look" : "wizard.changed.read"));
    if (held) {
      focus();
    }
    coming.unsubscribe();
    // After the page, which makes a field for each guard that is told later.
    coming =
        stage == Stage.CONSEQUENCES
            ? wizard.judgement().concernsProperty().subscribe((_, _) -> focus.fieldsCame())
            : Subscription.EMPTY;
  }

  /** The pages of a run show that run; another one gets its own. */
  private void forget(Stage stage) {
    Optional.ofNullable(pages.remove(stage)).ifPresent(Page::close);
  }

  private void offer(MainAction main) {
    mainButton.setText(main.label());
    mainButton.setDisable(!main.enabled());
    mainButton.getStyleClass().removeAll("danger", "accent");
    mainButton.getStyleClass().add(main.destructive() ? "danger" : "accent");
    hintLabel.setText(HostileText.visible(main.hint()));
    show(hintLabel, !main.hint().isEmpty());
  }

  private void tellChange(Optional<String> change) {
    changedLabel.setText(Texts.of("wizard.changed", HostileText.visible(change.orElse(""))));
    show(changedBar, change.isPresent());
  }

  private void rate(Optional<Proposal> proposal) {
    Optional<LocalRating> rating = proposal.flatMap(p -> p.plan().rating());
    show(ratingLabel, rating.isPresent());
    if (rating.isPresent()) {
      LocalRating here = rating.get();
      ratingLabel.setText(
          Texts.of(
              "wizard.rating",
              here.measure().id(),
              here.measure().published().overall().toString(),
              here.here().overall().toString()));
      String lost = HostileText.visible(String.join(" ", here.lost()));
      ratingLabel.setTooltip(
          Tips.wide(Texts.of("wizard.ratingNote", here.businessImpact()) + " " + lost));
    }
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
    coming.unsubscribe();
    pages.values().forEach(Page::close);
  }
}
