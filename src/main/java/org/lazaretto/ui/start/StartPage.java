package org.lazaretto.ui.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.lazaretto.model.Scenario;
import org.lazaretto.ui.fx.Action;
import org.lazaretto.ui.fx.Actions;
import org.lazaretto.ui.fx.Background;
import org.lazaretto.ui.fx.Clip;
import org.lazaretto.ui.fx.Failure;
import org.lazaretto.ui.fx.Page;
import org.lazaretto.ui.fx.Pages;
import org.lazaretto.ui.fx.Texts;

/** The first page: clusters, cases, scenarios. */
public final class StartPage implements Page {
  private final Means means;
  private final Parent view;
  private final ContextList contexts;
  private final CaseList cases;
  private final CaseTable table;
  private final Background.Running reading;
  private final List<Actions.Offer> offers = new ArrayList<>();
  private String details = "";
  @FXML private Button paletteButton;
  @FXML private Button themeButton;
  @FXML private Button settingsButton;
  @FXML private HBox messageBar;
  @FXML private Label messageLabel;
  @FXML private Button messageCopyButton;
  @FXML private Button messageCloseButton;
  @FXML private VBox contextBox;
  @FXML private TableView<CaseRow> caseTable;
  @FXML private TableColumn<CaseRow, CaseRow> idColumn;
  @FXML private TableColumn<CaseRow, CaseRow> clusterColumn;
  @FXML private TableColumn<CaseRow, CaseRow> stateColumn;
  @FXML private TableColumn<CaseRow, CaseRow> lastColumn;
  @FXML private TableColumn<CaseRow, CaseRow> chainColumn;
  @FXML private Button goOnButton;
  @FXML private Button readButton;
  @FXML private Button verifyButton;
  @FXML private Button showFolderButton;
  @FXML private Button chooseButton;
  @FXML private VBox scenarioList;
  @FXML private Label versionLabel;
  @FXML private Label homeLabel;
  @FXML private Button shortcutsButton;

  /** A page that offers what the workstation can open. */
  public StartPage(Means means) {
    this.means = means;
    this.view = Pages.load("start/start", this);
    this.contexts = new ContextList(means, contextBox);
    this.table = new CaseTable(caseTable, this::openRow);
    this.cases = new CaseList(means, table, this::tell);
    this.reading =
        means.background().run(means.workstation()::scenarios, this::showScenarios, this::tell);
    columns();
    buttons();
    footer();
    offers.add(
        means
            .actions()
            .offer(
                List.of(Action.of("start.choose", Texts.of("start.case.choose"), this::choose))));
  }

  private void columns() {
    CaseTable.column(idColumn, row -> plain(row.id()));
    CaseTable.column(clusterColumn, row -> plain(row.cluster()));
    CaseTable.column(stateColumn, CaseRow::state);
    CaseTable.column(lastColumn, row -> plain(row.last()));
    CaseTable.column(chainColumn, CaseRow::chain);
    idColumn.getStyleClass().add("mono");
  }

  private static CaseRow.Words plain(String text) {
    return new CaseRow.Words(text, CaseRow.Tone.PLAIN);
  }

  private void buttons() {
    paletteButton.setOnAction(_ -> means.controls().showPalette());
    themeButton.setOnAction(_ -> means.controls().turnTheme());
    settingsButton.setOnAction(_ -> means.controls().showSettings());
    shortcutsButton.setOnAction(_ -> means.controls().showShortcuts());
    goOnButton.setOnAction(_ -> table.selected().ifPresent(contexts::goOn));
    readButton.setOnAction(_ -> table.selected().ifPresent(row -> read(row.folder())));
    verifyButton.setOnAction(_ -> table.selected().ifPresent(this::verify));
    showFolderButton.setOnAction(_ -> table.selected().ifPresent(this::showFolder));
    chooseButton.setOnAction(_ -> choose());
    messageCopyButton.setOnAction(_ -> Clip.copy(details));
    messageCloseButton.setOnAction(_ -> showMessage(false));
    caseTable.getSelectionModel().selectedItemProperty().subscribe(_ -> enable());
    enable();
  }

  private void enable() {
    Optional<CaseRow> row = table.selected();
    goOnButton.setDisable(row.filter(CaseRow::open).isEmpty());
    List.of(readButton, verifyButton, showFolderButton)
        .forEach(button -> button.setDisable(row.isEmpty()));
  }

  private void footer() {
    String home = means.workstation().home().toString();
    versionLabel.setText(
        Texts.of("start.version", means.workstation().place().author().productVersion()));
    homeLabel.setText(Texts.of("start.home", Places.shown(home)));
    homeLabel.setTooltip(new Tooltip(home));
  }

  private void showScenarios(List<Scenario> scenarios) {
    boolean first = true;
    List<Action> actions = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Runnable start = () -> means.choices().practise(scenario.id());
      Optional<Runnable> watch = watching(scenario);
      scenarioList.getChildren().add(new ScenarioCard(scenario, first, start, watch));
      String title = Texts.of("start.scenario.start.spoken", scenario.title());
      actions.add(Action.of("start.scenario." + scenario.id(), title, start));
      watch.ifPresent(play ->
          actions.add(
              Action.of(
                  "start.watch." + scenario.id(),
                  Texts.of("start.scenario.watch.spoken", scenario.title()),
                  play)));
      first = false;
    }
    offers.add(means.actions().offer(actions));
  }

  private Optional<Runnable> watching(Scenario scenario) {
    return scenario.walkthrough().isEmpty() || !means.choices().canWatch()
        ? Optional.empty()
        : Optional.of(() -> means.choices().watch(scenario.id()));
  }

  private void openRow() {
    table
        .selected()
        .ifPresent(row -> {
          if (row.open()) {
            contexts.goOn(row);
          } else {
            read(row.folder());
          }
        });
  }

  private void read(Path folder) {
    means.choices().read(folder);
  }

  private void verify(CaseRow row) {
    means.controls().showSheet(cases.verification(row));
  }

  private void showFolder(CaseRow row) {
    means.desktop().show(row.folder(), words -> say(words, row.folder().toString()));
  }

  private void choose() {
    means
        .desktop()
        .chooseFolder(
            view.getScene().getWindow(), Texts.of("start.case.choose"), means.workstation().home())
        .ifPresent(this::read);
  }

  private void tell(Failure failure) {
    say(failure.words(), failure.copyable());
  }

  /** Says something at the top of the page until it is closed. */
  public void say(String words, String copyable) {
    messageLabel.setText(words);
    details = copyable;
    showMessage(true);
  }

  private void showMessage(boolean shown) {
    messageBar.setVisible(shown);
    messageBar.setManaged(shown);
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void close() {
    reading.cancel();
    contexts.close();
    cases.close();
    offers.forEach(Actions.Offer::close);
  }
}
