package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Cause;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.Loaded;

/**
 * What the plan will cause. What holds it stands open above all, and reasons for going on are
 * written there; warnings and notes are folded under the step that causes them, and counted.
 */
final class ConsequencesPage implements Page {
  private final WizardViewModel wizard;
  private final Parent view;
  private final Subscription listening;
  private final Map<String, ConcernCard> cards = new HashMap<>();
  private final Map<String, ConcernFold> folds = new HashMap<>();
  private List<Cause> causes = List.of();
  @FXML private ScrollPane concernScroll;
  @FXML private Label countLabel;
  @FXML private Button foldAllButton;
  @FXML private Label guardLabel;
  @FXML private VBox concernBox;
  @FXML private VBox foldBox;

  ConsequencesPage(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/consequences", this);
    foldAllButton.setOnAction(_ -> turnAll());
    this.listening =
        Subscription.combine(
            wizard.judgement().concernsProperty().subscribe(this::show),
            wizard.judgement().outdatedProperty().subscribe(_ -> showAgain()),
            wizard.draftProperty().subscribe(_ -> showAgain()),
            wizard.live().guardsProperty().subscribe(this::guarded));
  }

  private void showAgain() {
    show(wizard.judgement().concernsProperty().get());
  }

  /** A card stays the same while its figures change: somebody may be typing into it. */
  private void show(List<Concern> concerns) {
    Set<String> used = new HashSet<>();
    List<Concern> holding =
        concerns.stream()
            .filter(Concern::holds)
            .sorted(Comparator.comparing(c -> c.waiver() != Concern.Waiving.NEVER))
            .toList();
    fill(concernBox, cards("", holding, used));
    causes =
        wizard
            .live()
            .proposalProperty()
            .get()
            .value()
            .map(proposal -> Cause.of(proposal.plan(), concerns))
            .orElse(List.of());
    int all = concerns.size() - holding.size();
    List<Node> headings = new ArrayList<>();
    for (Cause cause : causes) {
      boolean open = wizard.judgement().folds().open(cause.key(), all);
      ConcernFold fold =
          folds.computeIfAbsent(
              cause.key(), key -> new ConcernFold((which, unfolded) -> turn(key, which, unfolded)));
      fold.show(cause, open, open ? cards(cause.key(), cause.concerns(), used) : List.of());
      headings.add(fold);
    }
    fill(foldBox, headings);
    cards.keySet().retainAll(used);
    folds.keySet().retainAll(causes.stream().map(Cause::key).toList());
    count(concerns);
  }

  private static void fill(VBox box, List<? extends Node> nodes) {
    if (!nodes.equals(box.getChildren())) {
      box.getChildren().setAll(nodes);
    }
  }

  private List<ConcernCard> cards(String under, List<Concern> concerns, Set<String> used) {
    List<ConcernCard> found = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    for (Concern concern : concerns) {
      int place = places.merge(concern.id(), 1, Integer::sum);
      String key = key(under, concern, used);
      used.add(key);
      ConcernCard card = cards.computeIfAbsent(key, _ -> new ConcernCard(wizard));
      card.show(concern, place == 1 ? "" : "-" + place);
      found.add(card);
    }
    return found;
  }

  /** Words that are being typed about one object must not end in a card about another. */
  private static String key(String under, Concern concern, Set<String> used) {
    String first = concern.objects().stream().findFirst().map(ObjectRef::uid).orElse("");
    String base = String.join(" ", under, concern.severity().word(), concern.id(), first, "");
    int number = 1;
    while (used.contains(base + number)) {
      number++;
    }
    return base + number;
  }

  private void count(List<Concern> concerns) {
    int waived = wizard.judgement().waived(wizard.draft());
    countLabel.setText(
        concerns.isEmpty()
            ? Texts.of("wizard.consequences.none")
            : Texts.of(
                "wizard.consequences.count",
                count(concerns, Severity.STOP) - waived,
                count(concerns, Severity.WARN),
                count(concerns, Severity.INFORM),
                waived));
    foldAllButton.setText(Texts.of(allOpen() ? "wizard.fold.all" : "wizard.fold.none"));
    foldAllButton.setVisible(!causes.isEmpty());
    foldAllButton.setManaged(!causes.isEmpty());
  }

  private static int count(List<Concern> concerns, Severity severity) {
    return (int) concerns.stream().filter(c -> c.severity() == severity).count();
  }

  private boolean allOpen() {
    return causes.stream().allMatch(cause -> wizard.judgement().folds().open(cause.key(), 0));
  }

  private void turnAll() {
    boolean unfolded = !allOpen();
    causes.forEach(cause -> wizard.judgement().folds().set(cause.key(), unfolded));
    showAgain();
  }

  /** What was turned stays where it is on the screen; what comes below it moves. */
  private void turn(String key, ConcernFold fold, boolean unfolded) {
    double before = top(fold);
    wizard.judgement().folds().set(key, unfolded);
    showAgain();
    view.applyCss();
    view.layout();
    Node content = concernScroll.getContent();
    double beyond =
        content.getLayoutBounds().getHeight() - concernScroll.getViewportBounds().getHeight();
    if (beyond > 0) {
      double now = fold.localToScene(0, 0).getY() - content.localToScene(0, 0).getY();
      concernScroll.setVvalue(Math.clamp((now - before) / beyond, 0, 1));
    }
  }

  private double top(ConcernFold fold) {
    return fold.localToScene(0, 0).getY() - concernScroll.localToScene(0, 0).getY();
  }

  private void guarded(Loaded<List<HoldReason>> guards) {
    String text =
        switch (guards) {
          case Loaded.Absent<List<HoldReason>> _, Loaded.Coming<List<HoldReason>> _ ->
              Texts.of("wizard.obstacle.guards");
          case Loaded.Failed<List<HoldReason>>(var failure) ->
              Texts.of("wizard.obstacle.guardsFailed", HostileText.visible(failure.words()));
          case Loaded.There<List<HoldReason>> _ -> "";
        };
    guardLabel.setText(text);
    guardLabel.setVisible(!text.isEmpty());
    guardLabel.setManaged(!text.isEmpty());
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
