package org.lazaretto.ui.journal;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.lazaretto.session.Dossier;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.InSight;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.StatePane;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.fx.Toolkit;

/**
 * The journal of a case: what was done, by whom, how it went, and whether what is on disk is what
 * was written. It shows a case that is open for writing as well as one that is only read.
 */
public final class JournalPane implements Page {
  private final JournalHost host;
  private final JournalViewModel journal;
  private final NoteViewModel note;
  private final NoteBar noteBar;
  private final JournalDetail detail;
  private final Parent view;
  private final Subscription listening;
  private final Toolkit.Ticking ticking;
  private final Roominess room;
  private final Set<RowKind> hidden = EnumSet.noneOf(RowKind.class);
  private Optional<Long> open = Optional.empty();
  private Optional<String> wanted = Optional.empty();
  private Optional<Node> before = Optional.empty();
  @FXML private Label linesLabel;
  @FXML private Button headButton;
  @FXML private Button chainButton;
  @FXML private TextField filterField;
  @FXML private MenuButton kindMenu;
  @FXML private Button noteButton;
  @FXML private Button reportButton;
  @FXML private StackPane notePane;
  @FXML private SplitPane bodySplit;
  @FXML private TableView<JournalRow> rowTable;

  /** Shows a case; {@link #grew} says that there are more lines. */
  public JournalPane(Dossier dossier, Background background, JournalHost host) {
    this.host = host;
    this.journal = new JournalViewModel(dossier, background);
    this.note = new NoteViewModel(dossier, background, host::grew);
    this.noteBar = new NoteBar(note);
    this.detail = new JournalDetail(dossier, background, host, this::closeDetail);
    this.view = Pages.load("journal/journal", this);
    this.room = new Roominess(view);
    new JournalTable(rowTable, journal, host, this::open);
    notePane.getChildren().setAll(noteBar.view());
    noteButton.setVisible(dossier.writable());
    noteButton.setManaged(dossier.writable());
    buttons();
    this.listening = listen();
    this.ticking = Toolkit.everySecond(journal::tick);
    journal.grew();
  }

  private void buttons() {
    noteButton.setOnAction(_ -> beginNote());
    reportButton.setOnAction(_ -> host.showReport());
    chainButton.setOnAction(_ -> host.showVerification());
    headButton.setOnAction(_ -> Clip.copy(journal.chainProperty().get().head()));
    filterField.setOnKeyPressed(this::inFilter);
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private Subscription listen() {
    return filterField
        .textProperty()
        .subscribe(journal::filter)
        .and(journal.linesProperty().subscribe(_ -> count()))
        .and(journal.shownProperty().subscribe(_ -> rowsChanged()))
        .and(journal.failureProperty().subscribe(_ -> placeholder()))
        .and(journal.chainProperty().subscribe(this::chain))
        .and(note.openProperty().subscribe(this::showNote));
  }

  /** The journal has more lines. */
  public void grew() {
    journal.grew();
  }

  /** Opens the place where a note is written. */
  public void beginNote() {
    before = Optional.ofNullable(view.getScene()).map(Scene::getFocusOwner);
    note.begin();
    noteBar.focus();
  }

  /** Shows the row of that plan, whatever was filtered; nothing if there is none yet. */
  public void showPlan(String fingerprint) {
    clearFilter();
    wanted = Optional.of(fingerprint);
    goToWanted();
  }

  /** Rows are made in the background, so it may have to wait for them. */
  private void goToWanted() {
    wanted
        .flatMap(plan -> journal.rows().stream().filter(row -> row.isPlan(plan)).findFirst())
        .ifPresent(row -> {
          wanted = Optional.empty();
          rowTable.getSelectionModel().clearSelection();
          rowTable.getSelectionModel().select(row);
          rowTable.scrollTo(row);
          rowTable.requestFocus();
        });
  }

  /** Goes to the filter. */
  public void find() {
    filterField.requestFocus();
  }

  private void inFilter(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (filterField.getText().isEmpty()) {
        rowTable.requestFocus();
      } else {
        filterField.clear();
      }
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && open.isPresent()) {
      closeDetail();
      event.consume();
    }
  }

  private void showNote(boolean shown) {
    notePane.setVisible(shown);
    notePane.setManaged(shown);
    if (!shown) {
      before.filter(InSight::of).orElse(rowTable).requestFocus();
      before = Optional.empty();
    }
  }

  private void count() {
    linesLabel.setText(Texts.of("journal.lines", journal.linesProperty().get()));
  }

  private void rowsChanged() {
    kinds(journal.shownProperty().get().kinds());
    placeholder();
    goToWanted();
    open.flatMap(
            number -> journal.rows().stream().filter(row -> row.number() == number).findFirst())
        .ifPresent(detail::show);
  }

  private void placeholder() {
    rowTable.setPlaceholder(
        journal
            .failureProperty()
            .get()
            .map(why -> new StatePane(StatePane.State.FAILED, why.words(), Optional.empty()))
            .orElseGet(this::empty));
  }

  private StatePane empty() {
    return journal.filtered()
        ? new StatePane(
            StatePane.State.EMPTY,
            Texts.of("journal.empty.filtered"),
            Optional.of(new StatePane.Remedy(Texts.of("journal.filter.clear"), this::clearFilter)))
        : new StatePane(StatePane.State.LOADING, Texts.of("journal.loading"), Optional.empty());
  }

  private void clearFilter() {
    filterField.clear();
    hidden.clear();
    journal.hide(hidden);
    kindMenu.getItems().forEach(item -> ((CheckMenuItem) item).setSelected(true));
  }

  private void kinds(Map<RowKind, Integer> counts) {
    if (kindMenu.isShowing()) {
      return;
    }
    kindMenu
        .getItems()
        .setAll(counts.keySet().stream().sorted().map(k -> kind(k, counts)).toList());
    int wanted = (int) counts.keySet().stream().filter(kind -> !hidden.contains(kind)).count();
    kindMenu.setText(
        wanted == counts.size()
            ? Texts.of("journal.kinds.all")
            : Texts.of("journal.kinds.some", wanted, counts.size()));
  }

  private CheckMenuItem kind(RowKind kind, Map<RowKind, Integer> counts) {
    CheckMenuItem item =
        new CheckMenuItem(Texts.of("journal.kinds.one", kind.word(), counts.getOrDefault(kind, 0)));
    item.setSelected(!hidden.contains(kind));
    item.setOnAction(_ -> {
      if (item.isSelected()) {
        hidden.remove(kind);
      } else {
        hidden.add(kind);
      }
      journal.hide(hidden);
    });
    return item;
  }

  private void chain(ChainSign sign) {
    headButton.setText(Texts.of("journal.head", Legible.hash(sign.head())));
    headButton.setVisible(!sign.head().isEmpty());
    headButton.setManaged(!sign.head().isEmpty());
    headButton.setTooltip(new Tooltip(Texts.of("journal.head.hint", sign.head())));
    headButton.setAccessibleText(Texts.of("journal.head.hint", sign.head()));
    chainButton.setText(sign.outcome().spoken());
    chainButton.getStyleClass().removeIf(name -> name.startsWith("tone-"));
    chainButton.getStyleClass().add(sign.outcome().tone().styleClass());
    Tooltip details = new Tooltip(sign.details() + "\n" + Texts.of("journal.chain.hint"));
    details.setWrapText(true);
    details.setMaxWidth(520);
    chainButton.setTooltip(details);
  }

  /** Shows all that the journal says of a row. */
  void open(JournalRow row) {
    open = Optional.of(row.number());
    detail.show(row);
    if (bodySplit.getItems().size() < 2) {
      bodySplit.getItems().add(detail.view());
      bodySplit.setDividerPositions(0.58);
      room.grow();
    }
  }

  private void closeDetail() {
    open = Optional.empty();
    bodySplit.getItems().remove(detail.view());
    room.giveBack();
    rowTable.requestFocus();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    ticking.close();
    noteBar.close();
    journal.close();
  }
}
