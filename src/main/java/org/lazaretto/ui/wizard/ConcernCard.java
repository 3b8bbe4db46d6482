package org.lazaretto.ui.wizard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.lazaretto.execute.Subject;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.ObjectRef;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.wizard.proposal.Concern;
import org.lazaretto.ui.wizard.proposal.Origin;

/**
 * One consequence: how grave, which, what, of what, what instead, and the reason for going on. It
 * says its gravity by word, by a coloured edge and by its place.
 */
final class ConcernCard extends VBox {
  private static final int NAMED = 6;

  private final WizardViewModel wizard;
  private final Label word = new Label();
  private final Label id = new Label();
  private final Label text = new Label();
  private final Label instead = new Label();
  private final Label causes = new Label();
  private final Label basis = new Label();
  private final Label objects = new Label();
  private final Button copy = new Button(Texts.of("wizard.concern.copyNames"));
  private final HBox names = new HBox(8, objects, copy);
  private final TextField reason = new TextField();
  private final Label waived = new Label();
  private final Button stands = new Button(Texts.of("wizard.concern.stands"));
  private final Button alike = new Button();
  private final Button same = new Button(Texts.of("wizard.concern.same"));
  private List<ObjectRef> named = List.of();
  private Subject subject = new Subject("", List.of());
  private boolean showing;

  ConcernCard(WizardViewModel wizard) {
    super(6);
    this.wizard = wizard;
    getStyleClass().add("wizard-concern");
    word.getStyleClass().add("wizard-concern-word");
    id.getStyleClass().addAll("mono", "muted");
    causes.getStyleClass().addAll("muted", "wizard-objects");
    basis.getStyleClass().addAll("muted", "wizard-objects");
    objects.getStyleClass().addAll("mono", "wizard-objects");
    copy.getStyleClass().addAll("flat", "small");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    waived.getStyleClass().add("wizard-waived");
    for (Label label : List.of(text, instead, causes, basis, objects, waived)) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    names.setAlignment(Pos.BASELINE_LEFT);
    HBox.setHgrow(objects, Priority.ALWAYS);
    objects.setMaxWidth(Double.MAX_VALUE);
    copy.setOnAction(_ -> Clip.copy(whole()));
    stands.getStyleClass().add("small");
    stands.setOnAction(_ -> wizard.confirm(subject));
    stands.managedProperty().bind(stands.visibleProperty());
    same.getStyleClass().add("small");
    same.setOnAction(_ -> wizard.judgement().above(subject, wizard.draft()).ifPresent(this::write));
    alike.getStyleClass().add("small");
    alike.setOnAction(_ -> wizard.waiveAlike(subject));
    alike.managedProperty().bind(alike.visibleProperty());
    same.managedProperty().bind(same.visibleProperty());
    reason.textProperty().addListener((_, _, now) -> write(now));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .setAll(
            new HBox(8, word, gap, id),
            text,
            names,
            causes,
            basis,
            instead,
            reason,
            waived,
            stands,
            same,
            alike);
  }

  private void write(String now) {
    if (!showing) {
      wizard.waive(subject, now);
    }
  }

  /**
   * Shows a concern.
   *
   * @param place what tells its controls from those of others of the same id; empty for the first
   */
  void show(Concern concern, String place) {
    subject = concern.subject();
    String gravity = concern.severity().word();
    getStyleClass().removeIf(name -> name.startsWith("wizard-concern-"));
    getStyleClass().add("wizard-concern-" + gravity);
    word.setText(Texts.of("wizard.concern." + gravity));
    id.setText(concern.id());
    text.setText(HostileText.visible(concern.text()));
    instead.setText(Texts.of("wizard.concern.instead", HostileText.visible(concern.instead())));
    causes.setText(
        wizard
            .live()
            .proposalProperty()
            .get()
            .value()
            .map(proposal -> Origin.causes(proposal.plan(), concern))
            .orElse(""));
    basis.setText(Origin.basis(concern).orElse(""));
    for (Label line : List.of(causes, basis)) {
      line.setVisible(!line.getText().isEmpty());
      line.setManaged(!line.getText().isEmpty());
    }
    name(concern.objects());
    waiver(concern, place);
  }

  private void name(List<ObjectRef> found) {
    named = found;
    String some =
        found.stream()
            .limit(NAMED)
            .map(object -> HostileText.visible(object.spoken()))
            .collect(Collectors.joining("\n"));
    int more = found.size() - NAMED;
    objects.setText(more > 0 ? some + "\n" + Texts.of("wizard.concern.more", more) : some);
    objects.setTooltip(Tips.wide(written(found.subList(0, Math.min(found.size(), NAMED)))));
    copy.setText(Texts.of(found.isEmpty() ? "wizard.concern.copy" : "wizard.concern.copyNames"));
  }

  /** Everything that the card says, with the UIDs. */
  private String whole() {
    return Stream.of(
            id.getText() + " " + word.getText(),
            text.getText(),
            written(named),
            causes.getText(),
            basis.getText(),
            instead.getText())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Each object with the UID by which it was found: a name can be given again. */
  private static String written(List<ObjectRef> objects) {
    return objects.stream()
        .map(object -> HostileText.visible(object.spoken() + " " + object.uid()))
        .collect(Collectors.joining("\n"));
  }

  private void waiver(Concern concern, String place) {
    boolean here = concern.waiver() == Concern.Waiving.HERE;
    boolean written = wizard.draft().waives(subject);
    String name = concern.id().replaceAll("[^A-Za-z0-9]", "") + place;
    fill(here);
    reason.setId("waiver" + name + "Field");
    reason.setPromptText(Texts.of("wizard.concern.reason"));
    reason.setAccessibleText(
        Texts.of("wizard.concern.reasonFor", HostileText.visible(concern.id() + named(concern))));
    reason.setVisible(here);
    reason.setManaged(here);
    boolean outdated = wizard.judgement().outdatedProperty().get().contains(subject);
    String state = state(concern.waiver(), written, outdated);
    waived.setText(state);
    stands.setId("stands" + name + "Button");
    stands.setVisible(here && outdated);
    same.setId("same" + name + "Button");
    same.setVisible(
        here && !outdated && wizard.judgement().above(subject, wizard.draft()).isPresent());
    int others = wizard.judgement().others(subject, wizard.draft()).size();
    alike.setId("alike" + name + "Button");
    alike.setText(Texts.of("wizard.concern.alike", others, concern.id()));
    alike.setVisible(here && written && !outdated && others > 0);
    waived.setVisible(!state.isEmpty());
    waived.setManaged(!state.isEmpty());
    pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("waived"), written && !outdated && !state.isEmpty());
    reason.setAccessibleHelp(state.toLowerCase(Locale.ROOT));
  }

  /** Words of what it was before are shown, and are not its own until somebody says so. */
  private void fill(boolean here) {
    String kept = wizard.judgement().words(subject, wizard.draft());
    if (here && !reason.getText().equals(kept)) {
      showing = true;
      reason.setText(kept);
      showing = false;
    }
  }

  private static String named(Concern concern) {
    return concern.objects().stream()
        .limit(NAMED)
        .map(ObjectRef::spoken)
        .collect(Collectors.joining(", ", concern.objects().isEmpty() ? "" : " of ", ""));
  }

  private static String state(Concern.Waiving waiving, boolean written, boolean outdated) {
    return switch (waiving) {
      case NEEDS_NONE -> "";
      case NEVER -> Texts.of("wizard.concern.never");
      case ABOVE, HERE -> {
        if (outdated) {
          yield Texts.of("wizard.concern.outdated");
        } else if (written) {
          yield Texts.of("wizard.concern.waived");
        }
        boolean here = waiving == Concern.Waiving.HERE;
        yield Texts.of(here ? "wizard.concern.open" : "wizard.concern.above");
      }
    };
  }
}
