package org.lazaretto.ui.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lazaretto.model.HostileText;
import org.lazaretto.ui.fx.Elision;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** What is filtered, as chips above map and graph; each is taken off where it stands. */
final class FilterChips {
  private static final int MOST_NAMESPACES = 40;
  private static final int LONGEST = 40;

  private final FindViewModel model;
  private final Room room;
  private final Parent view;
  private final Subscription listening;
  @FXML private MenuButton foldedChip;
  @FXML private ToggleButton suspectsChip;
  @FXML private ToggleButton flaggedChip;
  @FXML private MenuButton namespaceChip;
  @FXML private Button litChip;

  /**
   * How much room there is.
   *
   * @param brief whether it is short: then namespaces have a chip only while some are dimmed
   * @param tight whether there is next to none: then one chip stands for all
   */
  record Room(ObservableBooleanValue brief, ObservableBooleanValue tight) {}

  /** Chips of that model. */
  FilterChips(FindViewModel model, Room room) {
    this.model = model;
    this.room = room;
    this.view = Pages.load("find/chips", this);
    suspectsChip.setOnAction(_ -> keep(model::toggleSuspects));
    flaggedChip.setOnAction(_ -> keep(model::toggleFlagged));
    litChip.setOnAction(_ -> model.widen());
    litChip.setGraphic(cross());
    namespaceChip.setOnShowing(_ -> namespaceChip.getItems().setAll(namespaces()));
    foldedChip.setOnShowing(_ -> foldedChip.getItems().setAll(folded()));
    this.listening =
        Subscription.combine(
            model.linesProperty().subscribe(_ -> show()),
            model.lightProperty().subscribe(_ -> show()),
            room.brief().subscribe(_ -> show()),
            room.tight().subscribe(_ -> show()));
  }

  /** A chip shows what is filtered, whatever the button made of the click. */
  private void keep(Runnable deed) {
    deed.run();
    show();
  }

  private static FontIcon cross() {
    FontIcon cross = new FontIcon("mdi2c-close");
    cross.getStyleClass().add("chip-cross");
    return cross;
  }

  /** Shows what is filtered now. */
  private void show() {
    Chips chips = chips();
    boolean wide = !room.tight().get();
    boolean some = chips.suspects() > 0 || chips.suspectsAlone();
    shown(foldedChip, !wide);
    shown(suspectsChip, wide && some);
    shown(flaggedChip, wide);
    boolean wanted = chips.namespaces() > 0 && (chips.someHidden() || !room.brief().get());
    shown(namespaceChip, wide && wanted);
    shown(litChip, wide && chips.lit().isPresent());
    choose(suspectsChip, chips.suspectsAlone(), Texts.of("find.chip.suspects", chips.suspects()));
    choose(flaggedChip, chips.flaggedOnly(), Texts.of("find.chip.flagged"));
    light(namespaceChip, chips.someHidden(), words(chips));
    light(foldedChip, chips.on() > 0, Texts.of("find.chip.folded", chips.on()));
    litChip.setText(chips.lit().orElse(""));
    litChip.setAccessibleText(Texts.of("find.chip.off", chips.lit().orElse("")));
  }

  private Chips chips() {
    return Chips.of(model.filtered(), model.linesProperty().get());
  }

  private static String words(Chips chips) {
    return chips.someHidden()
        ? Texts.of("find.chip.namespaces.some", chips.shown(), chips.namespaces())
        : Texts.of("find.chip.namespaces.all");
  }

  private static void light(MenuButton chip, boolean on, String words) {
    chip.setText(words);
    chip.getStyleClass().remove("chip-on");
    if (on) {
      chip.getStyleClass().add("chip-on");
    }
  }

  private static void choose(ToggleButton chip, boolean on, String words) {
    chip.setSelected(on);
    chip.setText(words);
    chip.setAccessibleText(on ? Texts.of("find.chip.off", words) : words);
    if (on != Optional.ofNullable(chip.getGraphic()).isPresent()) {
      chip.setGraphic(on ? cross() : null);
    }
  }

  private static void shown(ButtonBase chip, boolean shown) {
    chip.setVisible(shown);
    chip.setManaged(shown);
  }

  /** All filters in one menu. */
  private List<MenuItem> folded() {
    Chips chips = chips();
    List<MenuItem> items = new ArrayList<>();
    if (chips.suspects() > 0 || chips.suspectsAlone()) {
      String words = Texts.of("find.chip.suspects", chips.suspects());
      items.add(check(words, chips.suspectsAlone(), model::toggleSuspects));
    }
    items.add(check(Texts.of("find.chip.flagged"), chips.flaggedOnly(), model::toggleFlagged));
    chips.lit().ifPresent(lit -> items.add(check(lit, true, model::widen)));
    Menu more = new Menu(words(chips));
    more.getItems().setAll(namespaces());
    items.add(more);
    return items;
  }

  /** Made when somebody opens it: a large cluster has thousands. */
  private List<MenuItem> namespaces() {
    List<FindLines.Namespace> all = model.linesProperty().get().namespaces();
    MenuItem open = new MenuItem(Texts.of("find.chip.namespaces.open"));
    open.setDisable(model.filtered().hiddenNamespaces().isEmpty());
    open.setOnAction(_ -> model.showAllNamespaces());
    List<MenuItem> items = new ArrayList<>(List.of(open, new SeparatorMenuItem()));
    all.stream().limit(MOST_NAMESPACES).map(this::item).forEach(items::add);
    if (all.size() > MOST_NAMESPACES) {
      int more = all.size() - MOST_NAMESPACES;
      MenuItem rest = new MenuItem(Texts.of("find.chip.namespaces.more", more));
      rest.setDisable(true);
      items.add(rest);
    }
    return items;
  }

  private MenuItem item(FindLines.Namespace namespace) {
    String name = Elision.middle(HostileText.visible(namespace.name()), LONGEST);
    return check(name, namespace.shown(), () -> model.show(namespace.name(), !namespace.shown()));
  }

  private static MenuItem check(String words, boolean on, Runnable deed) {
    CheckMenuItem item = new CheckMenuItem(words);
    item.setMnemonicParsing(false);
    item.setSelected(on);
    item.setOnAction(_ -> deed.run());
    return item;
  }

  Node view() {
    return view;
  }

  /** Shows no more changes. */
  void close() {
    listening.unsubscribe();
  }
}
