package org.lazaretto.ui.find;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.find.Flag;
import org.lazaretto.model.HostileText;
import org.lazaretto.model.KindHealth;
import org.lazaretto.model.ObservedKind;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.desk.Selection;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Shortcut;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;

/** The left pane: suspects, flags, what is the same as the suspects, namespaces. */
public final class FindPage implements Page {
  private static final int MOST_LINES = 500;
  private static final int MOST_VALUES = 8;
  private static final double TIGHT = 440;

  private final Desk desk;
  private final FindViewModel model;
  private final Parent view;
  private final Toolkit.Ticking ticking;
  private final Actions.Offer offer;
  private final Subscription listening;
  private final Section suspects = new Section("suspectSection");
  private final Section flags = new Section("flagSection");
  private final Section pivots = new Section("pivotSection");
  private final Section namespaces = new Section("namespaceSection");
  private Optional<FilterChips> chips = Optional.empty();
  @FXML private VBox sectionBox;

  /** A pane for that desk, whose light it sets from now on. */
  public FindPage(Desk desk) {
    this.desk = desk;
    this.model =
        new FindViewModel(
            desk.filterProperty(), desk.background(), failure -> desk.tell(Notice.of(failure)));
    this.view = Pages.load("find/find", this);
    sectionBox.getChildren().setAll(suspects, flags, pivots, namespaces);
    this.listening =
        Subscription.combine(
            model.linesProperty().subscribe(this::show),
            model.lightProperty().subscribe(desk.dimmingProperty()::set),
            desk.snapshotProperty().subscribe(_ -> look()),
            desk.recordProperty().subscribe(_ -> look()),
            desk.selectionProperty().subscribe(_ -> look()));
    this.ticking = Toolkit.everySecond(model::tick);
    this.offer = desk.actions().offer(actions());
  }

  private List<Action> actions() {
    return List.of(
        Action.of("find.next", Texts.of("find.action.next"), this::nextFlagged)
            .on(Shortcut.typed("n"))
            .when(() -> model.nextFlagged().isPresent()),
        Action.of("find.clear", Texts.of("find.action.clear"), model::clear)
            .when(() -> !desk.filterProperty().get().isOpen()));
  }

  private void nextFlagged() {
    model.nextFlagged().ifPresent(pod -> desk.select(new Selection.OfPod(pod)));
  }

  private void look() {
    Optional<String> selected =
        desk.selectionProperty().get() instanceof Selection.OfPod(var pod)
            ? Optional.of(pod.uid())
            : Optional.empty();
    model.show(desk.snapshot(), desk.suspects(), selected);
  }

  private void show(FindLines lines) {
    showSuspects(lines.suspects());
    flags.show(
        Texts.of("find.flags"),
        number(lines.flagged()),
        lines.flags().stream().map(this::line).toList(),
        Texts.of(whyNoFlags(lines)));
    pivots.showAtAll(!lines.pivots().isEmpty());
    pivots.show(title(lines), "", lines.pivots().stream().map(this::line).toList(), "");
    int more = lines.namespaces().size() - MOST_LINES;
    namespaces.show(
        Texts.of("find.namespaces"),
        more > 0 ? Texts.of("find.namespaces.more", MOST_LINES, lines.namespaces().size()) : "",
        lines.namespaces().stream().limit(MOST_LINES).map(this::line).toList(),
        Texts.of(lines.loading() ? "find.loading" : "find.namespaces.none"));
  }

  /** Who may not see the pods is not told that none is flagged. */
  private String whyNoFlags(FindLines lines) {
    return switch (desk.snapshot().health(ObservedKind.POD)) {
      case KindHealth.Denied _ -> "find.flags.denied";
      case KindHealth.Loading _, KindHealth.Synced _, KindHealth.Stale _ ->
          lines.loading() ? "find.loading" : "find.flags.none";
    };
  }

  private void showSuspects(List<FindLines.Suspect> all) {
    suspects.show(
        Texts.of("find.suspects"),
        number(all.size()),
        all.stream().limit(MOST_LINES).map(this::line).toList(),
        Texts.of("find.suspects.none"));
  }

  /** One suspect is looked at, or there is but one; else the pivots are of all of them. */
  private static String title(FindLines lines) {
    boolean one =
        lines.suspects().size() == 1
            || lines.suspects().stream().anyMatch(FindLines.Suspect::selected);
    return Texts.of(one ? "find.same.title" : "find.same.title.all");
  }

  private Line line(FindLines.Suspect suspect) {
    String name = HostileText.visible(suspect.pod().namespace() + " / " + suspect.pod().name());
    return new Line(
        "suspect-" + suspect.pod().uid(),
        Line.Sign.SUSPECT,
        name,
        suspect.gone() ? Texts.of("find.suspect.gone") : "",
        suspect.selected(),
        suspect.gone(),
        suspect.gone() ? Texts.of("find.suspect.gone.hint", name) : name,
        () -> desk.select(new Selection.OfPod(suspect.pod())));
  }

  private Line line(FindLines.Flagged flagged) {
    Flag flag = flagged.flag();
    String key = FilterWords.key(flag);
    return new Line(
        "flag-" + key,
        flag == Flag.FAILING ? Line.Sign.FAILING : Line.Sign.FLAG,
        FilterWords.of(flag),
        number(flagged.pods()),
        flagged.active(),
        !flag.marking(),
        Texts.of("find.flag." + key + ".hint"),
        () -> model.toggle(flag));
  }

  private Line line(FindLines.Same same) {
    String values =
        same.pivot().values().stream()
            .sorted()
            .limit(MOST_VALUES)
            .map(HostileText::visible)
            .collect(Collectors.joining("\n"));
    return new Line(
        "same-" + FilterWords.key(same.pivot().kind()),
        Line.Sign.NONE,
        FilterWords.of(same.pivot().kind()),
        Texts.of("find.pods", same.pivot().pods().size()),
        same.active(),
        false,
        values,
        () -> model.toggle(same.pivot()));
  }

  private Line line(FindLines.Namespace namespace) {
    String name = HostileText.visible(namespace.name());
    return new Line(
        "namespace-" + namespace.name(),
        Line.Sign.BOX,
        name,
        number(namespace.pods()),
        namespace.shown(),
        !namespace.shown() || namespace.pods() == 0,
        name,
        () -> model.show(namespace.name(), !namespace.shown()));
  }

  private static String number(int count) {
    return Texts.of("find.number", count);
  }

  /**
   * What stands above the picture: the same filters as chips.
   *
   * @param brief whether there is something else that narrows the picture
   * @param room how wide the bar is in which they stand
   */
  public Node chips(ObservableBooleanValue brief, ObservableDoubleValue room) {
    chips.ifPresent(FilterChips::close);
    BooleanBinding tight = Bindings.lessThan(room, TIGHT);
    FilterChips made = new FilterChips(model, new FilterChips.Room(brief, tight));
    chips = Optional.of(made);
    return made.view();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    offer.close();
    chips.ifPresent(FilterChips::close);
    ticking.close();
    listening.unsubscribe();
    Stream.of(suspects, flags, pivots, namespaces).forEach(Section::close);
    model.close();
  }
}
