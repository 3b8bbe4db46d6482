package org.lazaretto.ui.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.lazaretto.model.HostileText;
import org.lazaretto.plan.Plan;
import org.lazaretto.session.HandedOver;
import org.lazaretto.session.PaperWork;
import org.lazaretto.session.Papers;
import org.lazaretto.session.SessionException;
import org.lazaretto.ui.desk.Desk;
import org.lazaretto.ui.desk.Notice;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Columns;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;
import org.lazaretto.ui.shell.PapersViewModel.Row;

/** Plans that were handed over: what is left of them, and who did what of them and when. */
final class PapersSheet implements Page {
  private final Desk desk;
  private final PapersViewModel model;
  private final Parent view;
  private final Subscription listening;
  private List<HandedOver> plans = List.of();
  private String fingerprint = "";
  private Set<String> chosen = Set.of();
  @FXML private Label emptyLabel;
  @FXML private VBox planBox;
  @FXML private ChoiceBox<String> planChoice;
  @FXML private Button sheetButton;
  @FXML private TableView<Row> stepTable;
  @FXML private TableColumn<Row, String> stepColumn;
  @FXML private TableColumn<Row, String> titleColumn;
  @FXML private TableColumn<Row, String> doneColumn;
  @FXML private TextArea detailArea;
  @FXML private TextField byField;
  @FXML private TextField atField;
  @FXML private TextField howField;
  @FXML private Label resultLabel;
  @FXML private Button commandButton;
  @FXML private Button readButton;
  @FXML private Button closeButton;
  @FXML private Button recordButton;

  /**
   * Reads the case at once.
   *
   * @param leave takes the sheet away
   */
  PapersSheet(Desk desk, Runnable leave) {
    this.desk = desk;
    this.model = new PapersViewModel(paper(desk), desk.background());
    this.view = Pages.load("shell/papers", this);
    emptyLabel.setMinHeight(Region.USE_PREF_SIZE);
    resultLabel.setMinHeight(Region.USE_PREF_SIZE);
    atField.setText(model.nowText());
    table();
    planChoice.getSelectionModel().selectedIndexProperty().subscribe(_ -> turn());
    sheetButton.setOnAction(_ -> plan().ifPresent(this::copySheet));
    commandButton.setOnAction(_ -> copyCommands());
    readButton.setOnAction(_ -> plan().ifPresent(this::readAgain));
    recordButton.setOnAction(_ -> plan().ifPresent(this::record));
    closeButton.setOnAction(_ -> leave.run());
    this.listening =
        Subscription.combine(
            model.stateProperty().subscribe(this::show), model.saidProperty().subscribe(this::say));
    model.read();
  }

  private static PapersViewModel.Paper paper(Desk desk) {
    return new PapersViewModel.Paper() {
      @Override
      public Papers read() throws SessionException {
        return desk.incident().handedOver();
      }

      @Override
      public List<PaperWork.Checked> record(Plan plan, List<String> steps, PaperWork.Told told)
          throws SessionException {
        return desk.incident().doneElsewhere(plan, steps, told);
      }

      @Override
      public List<PaperWork.Checked> readAgain(Plan plan, List<String> steps)
          throws SessionException {
        return desk.incident().readAgain(plan, steps);
      }

      @Override
      public String caseId() {
        return desk.incident().caseId();
      }

      @Override
      public Instant now() {
        return desk.incident().place().clock().instant();
      }
    };
  }

  private void table() {
    stepColumn.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().id()));
    titleColumn.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().title()));
    titleColumn.setCellFactory(_ -> new WholeCell());
    doneColumn.setCellFactory(_ -> new WholeCell());
    doneColumn.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().done()));
    Columns.remember(stepTable, "papers");
    stepTable.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    stepTable.getSelectionModel().selectedItemProperty().subscribe(this::showDetail);
  }

  /** Shows all of a text that is cut while the mouse is over it. */
  private static final class WholeCell extends TableCell<Row, String> {
    @Override
    protected void updateItem(@org.jspecify.annotations.Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      String shown = empty || text == null ? "" : text;
      setText(shown);
      setTooltip(shown.isEmpty() ? null : new Tooltip(shown));
    }
  }

  private void showDetail(@org.jspecify.annotations.Nullable Row row) {
    detailArea.setText(row == null ? "" : row.details());
    offerReading();
  }

  /** Only what somebody said to have done can be read again. */
  private void offerReading() {
    readButton.setDisable(selected().stream().noneMatch(Row::told) || recordButton.isDisabled());
  }

  private Optional<HandedOver> plan() {
    int at = planChoice.getSelectionModel().getSelectedIndex();
    return at >= 0 && at < plans.size() ? Optional.of(plans.get(at)) : Optional.empty();
  }

  private void show(PapersViewModel.State state) {
    boolean reading = state instanceof PapersViewModel.Reading;
    recordButton.setDisable(reading || plans.isEmpty());
    offerReading();
    switch (state) {
      case PapersViewModel.Reading _ -> {
        if (plans.isEmpty()) {
          empty(Texts.of("shell.papers.reading"));
        }
      }
      case PapersViewModel.Failed(var failure) ->
          empty("✕ " + failure.code() + ": " + failure.words());
      case PapersViewModel.Shown(var papers) -> {
        fill(papers);
        if (closeButton.isFocused() && !plans.isEmpty()) {
          // It had the focus for want of anything else; the steps are what one walks.
          stepTable.requestFocus();
        }
        desk.journalChanged();
      }
    }
  }

  private void empty(String words) {
    emptyLabel.setText(words);
    show(emptyLabel, !words.isEmpty());
    show(planBox, !plans.isEmpty());
    show(commandButton, !plans.isEmpty());
    show(readButton, !plans.isEmpty());
    show(recordButton, !plans.isEmpty());
  }

  private void fill(Papers papers) {
    plans = papers.plans();
    String kept = fingerprint;
    planChoice.getItems().setAll(plans.stream().map(PapersViewModel::name).toList());
    int at = 0;
    for (int i = 0; i < plans.size(); i++) {
      at = plans.get(i).plan().fingerprint().equals(kept) ? i : at;
    }
    planChoice.getSelectionModel().select(at);
    recordButton.setDisable(plans.isEmpty());
    offerReading();
    String unreadable =
        papers.unreadable().isEmpty()
            ? ""
            : Texts.of(
                "shell.papers.unreadable",
                HostileText.visible(String.join(", ", papers.unreadable())));
    empty(plans.isEmpty() ? Texts.of("shell.papers.none") + " " + unreadable : unreadable);
  }

  private void turn() {
    Optional<HandedOver> plan = plan();
    if (plan.isEmpty()) {
      return;
    }
    boolean same = plan.get().plan().fingerprint().equals(fingerprint);
    fingerprint = plan.get().plan().fingerprint();
    stepTable.getItems().setAll(PapersViewModel.rows(plan.get()));
    stepTable.getSelectionModel().clearSelection();
    for (Row row : stepTable.getItems()) {
      if (same && chosen.contains(row.id())) {
        stepTable.getSelectionModel().select(row);
      }
    }
    if (stepTable.getSelectionModel().isEmpty()) {
      stepTable.getItems().stream()
          .filter(Row::left)
          .findFirst()
          .or(() -> stepTable.getItems().stream().findFirst())
          .ifPresent(row -> stepTable.getSelectionModel().select(row));
    }
  }

  private List<Row> selected() {
    return List.copyOf(stepTable.getSelectionModel().getSelectedItems());
  }

  private void record(HandedOver plan) {
    List<String> steps = selected().stream().map(Row::id).toList();
    chosen = Set.copyOf(steps);
    model.record(plan, steps, byField.getText(), atField.getText(), howField.getText());
  }

  private void readAgain(HandedOver plan) {
    chosen = selected().stream().map(Row::id).collect(Collectors.toUnmodifiableSet());
    model.readAgain(plan, selected().stream().filter(Row::told).map(Row::id).toList());
  }

  private void copySheet(HandedOver plan) {
    Clip.copy(model.sheet(plan));
    desk.tell(Notice.inform(Texts.of("shell.papers.sheetCopied")));
  }

  private void copyCommands() {
    Clip.copy(selected().stream().map(Row::command).collect(Collectors.joining("\n")));
    desk.tell(Notice.inform(Texts.of("shell.papers.commandCopied")));
  }

  private void say(PapersViewModel.Said said) {
    resultLabel.setText(said.words());
    resultLabel.getStyleClass().removeIf(name -> name.startsWith("tone-") || name.equals("muted"));
    resultLabel.getStyleClass().add(said.tone());
    show(resultLabel, !said.words().isEmpty());
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
    model.close();
  }
}
