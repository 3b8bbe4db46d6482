package org.lazaretto.ui.wizard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.execute.HoldReason;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.plan.Finding.Severity;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.Loaded;

/** What the plan will cause, what holds it first; reasons for going on are written here. */
final class ConsequencesPage implements Page {
  private final WizardViewModel wizard;
  private final Parent view;
  private final Subscription listening;
  private final Map<String, ConcernCard> cards = new HashMap<>();
  @FXML private Label countLabel;
  @FXML private Label guardLabel;
  @FXML private VBox concernBox;

  ConsequencesPage(WizardViewModel wizard) {
    this.wizard = wizard;
    this.view = Pages.load("wizard/consequences", this);
    this.listening =
        Subscription.combine(
            wizard.judgement().concernsProperty().subscribe(this::show),
            wizard
                .judgement()
                .outdatedProperty()
                .subscribe(_ -> show(wizard.judgement().concernsProperty().get())),
            wizard
                .draftProperty()
                .subscribe(_ -> show(wizard.judgement().concernsProperty().get())),
            wizard.live().guardsProperty().subscribe(this::guarded));
  }

  /** A card stays the same while its figures change: somebody may be typing into it. */
  private void show(List<Concern> concerns) {
    Map<String, ConcernCard> now = new LinkedHashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (Concern concern : concerns) {
      String key = key(concern, now);
      ConcernCard card = cards.computeIfAbsent(key, _ -> new ConcernCard(wizard));
      int place = places.merge(concern.id(), 1, Integer::sum);
      card.show(concern, place == 1 ? "" : "-" + place);
      now.put(key, card);
    }
    cards.keySet().retainAll(now.keySet());
    List<Node> nodes = new ArrayList<>(now.values());
    if (!nodes.equals(concernBox.getChildren())) {
      concernBox.getChildren().setAll(nodes);
    }
    countLabel.setText(
        concerns.isEmpty()
            ? Texts.of("wizard.consequences.none")
            : Texts.of(
                "wizard.consequences.count",
                count(concerns, Severity.STOP),
                count(concerns, Severity.WARN),
                count(concerns, Severity.INFORM)));
  }

  /** Words that are being typed about one object must not end in a card about another. */
  private static String key(Concern concern, Map<String, ConcernCard> taken) {
    String first = concern.objects().stream().findFirst().map(ObjectRef::uid).orElse("");
    String base = concern.severity() + " " + concern.id() + " " + first + " ";
    int number = 1;
    while (taken.containsKey(base + number)) {
      number++;
    }
    return base + number;
  }

  private static int count(List<Concern> concerns, Severity severity) {
    return (int) concerns.stream().filter(c -> c.severity() == severity).count();
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
